/* Agreement between raters: whether they say the same of the same units.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @addtogroup stats
 * @{ */
#ifndef RUNG_STATS_RATERS_H
#define RUNG_STATS_RATERS_H

#include <rung/stats/missing.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How far two ratings agree that are not the same; i and j are places among K levels, from 0. */
typedef enum rung_rater_weights {
  RUNG_RATER_WEIGHTS_NONE = 0,     /**< Only the same: 1 for i = j, else 0. */
  RUNG_RATER_WEIGHTS_LINEAR = 1,   /**< 1 - |i - j| / (K - 1). */
  RUNG_RATER_WEIGHTS_QUADRATIC = 2 /**< 1 - (i - j)^2 / (K - 1)^2. */
} rung_rater_weights;

/** The results of rung_stats_kappa() and rung_stats_kappa_table(). */
typedef enum rung_kappa {
  RUNG_KAPPA_KAPPA = 0,         /**< Kappa: 1 the same, 0 as by chance. */
  RUNG_KAPPA_LOW = 1,           /**< Lower limit, by the normal distribution. */
  RUNG_KAPPA_HIGH = 2,          /**< Upper limit, not cut at 1. */
  RUNG_KAPPA_VARIANCE = 3,      /**< Variance of kappa. */
  RUNG_KAPPA_NULL_VARIANCE = 4, /**< Its variance where kappa is 0. */
  RUNG_KAPPA_Z = 5,             /**< Kappa by the root of that. */
  RUNG_KAPPA_P = 6,             /**< Its p, two-sided. */
  RUNG_KAPPA_AGREEMENT = 7,     /**< Observed agreement, weighted. */
  RUNG_KAPPA_CHANCE = 8,        /**< Agreement by chance, weighted. */
  RUNG_KAPPA_SAME = 9,          /**< Share of units that are rated the same. */
  RUNG_KAPPA_WITHIN_ONE = 10,   /**< Share of units that are rated at most one level apart. */
  RUNG_KAPPA_N = 11,            /**< Units that both have rated. */
  RUNG_KAPPA_LEVELS = 12        /**< Levels. */
} rung_kappa;

/** Say how far two raters agree beyond chance: Cohen's kappa.
 *
 * kappa = (p_o - p_e) / (1 - p_e), p_o = sum w_ij p_ij, p_e = sum w_ij p_i. p_.j (Cohen 1960, 1968);
 * variance 1 / (n (1 - p_e)^4) (sum p_ij (w_ij (1 - p_e) - (w_i. + w_.j)(1 - p_o))^2 -
 * (p_o p_e - 2 p_e + p_o)^2), w_i. = sum_j w_ij p_.j, w_.j = sum_i w_ij p_i., and where kappa is 0
 * 1 / (n (1 - p_e)^2) (sum p_i. p_.j (w_ij - w_i. - w_.j)^2 - p_e^2) (Fleiss, Cohen & Everitt 1969).
 * @param raters two columns of numbers, a row per unit
 * @param levels the levels that could be given, each once, in any order; NULL: those that are. Weights
 * go by the place among them, so that a level that nobody gives matters
 * @param weights a #rung_rater_weights
 * @param settings confidence, or NULL
 * @param out receives results by #rung_kappa
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (infinite, or no level, with row and column),
 * #RUNG_E_LIMIT (more than 2,000 levels), #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no unit that both
 * have rated, or both say one level only: chance agrees in full)
 * @missing Rows with both ratings count. */
RUNG_API rung_status rung_stats_kappa(const rung_column raters[2], const rung_column *levels,
                                      rung_rater_weights weights, const rung_settings *settings,
                                      double *out, size_t out_count, rung_error *error);

/** The same from a table of counts, and with weights of one's own.
 * @param table a column per level of the second rater: counts, 0 or more, a row per level of the first
 * @param count how many levels, 1 to 2,000
 * @param weights a #rung_rater_weights; not read where `disagreement` is given
 * @param disagreement as many columns and rows: how bad it is, 0 or more, not all 0; NULL: `weights`.
 * They are taken as w = 1 - v / max v, which gives Cohen's (1968) 1 - sum v p_o / sum v p_e
 * @param settings confidence, or NULL
 * @param out receives results by #rung_kappa
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_kappa()
 * @missing No count may be absent. */
RUNG_API rung_status rung_stats_kappa_table(const rung_column *table, size_t count,
                                            rung_rater_weights weights,
                                            const rung_column *disagreement,
                                            const rung_settings *settings, double *out,
                                            size_t out_count, rung_error *error);

/** The results of rung_stats_kappa_light(). */
typedef enum rung_kappa_light {
  RUNG_KAPPA_LIGHT_KAPPA = 0, /**< Mean of the kappas of all pairs of raters. */
  RUNG_KAPPA_LIGHT_LEAST = 1, /**< The least of them. */
  RUNG_KAPPA_LIGHT_MOST = 2,  /**< The most of them. */
  RUNG_KAPPA_LIGHT_PAIRS = 3, /**< Pairs that have a kappa. */
  RUNG_KAPPA_LIGHT_N = 4      /**< Units that count: of pairwise, with two ratings or more. */
} rung_kappa_light;

/** Say how far several raters agree, as the mean over their pairs: Light's kappa.
 *
 * The mean of Cohen's kappa over pairs (Light 1971). A pair that has none is left out; PAIRS says how
 * many there are.
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param levels as of rung_stats_kappa(); NULL: those that any rater gives
 * @param weights a #rung_rater_weights
 * @param missing #RUNG_MISSING_LISTWISE, #RUNG_MISSING_PAIRWISE or #RUNG_MISSING_FAIL
 * @param out receives results by #rung_kappa_light
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_kappa(); #RUNG_E_NOT_ESTIMABLE where no pair has a kappa */
RUNG_API rung_status rung_stats_kappa_light(const rung_column *raters, size_t count,
                                            const rung_column *levels, rung_rater_weights weights,
                                            rung_missing missing, double *out, size_t out_count,
                                            rung_error *error);

/** The results of rung_stats_kappa_fleiss() and rung_stats_kappa_fleiss_counts(). */
typedef enum rung_kappa_fleiss {
  RUNG_KAPPA_FLEISS_KAPPA = 0,     /**< Fleiss' kappa. */
  RUNG_KAPPA_FLEISS_SE = 1,        /**< Its standard error where it is 0. */
  RUNG_KAPPA_FLEISS_Z = 2,         /**< Kappa by that. */
  RUNG_KAPPA_FLEISS_P = 3,         /**< Its p, two-sided. */
  RUNG_KAPPA_FLEISS_AGREEMENT = 4, /**< Mean share of pairs of raters who say the same. */
  RUNG_KAPPA_FLEISS_CHANCE = 5,    /**< That share by chance. */
  RUNG_KAPPA_FLEISS_N = 6,         /**< Units. */
  RUNG_KAPPA_FLEISS_RATERS = 7     /**< Raters per unit. */
} rung_kappa_fleiss;

/** Say how far raters agree who need not be the same for each unit: Fleiss' kappa.
 *
 * kappa = (P - P_e) / (1 - P_e), P = mean over units of (sum_k n_ik^2 - m) / (m (m - 1)),
 * P_e = sum p_k^2 (Fleiss 1971); the standard error where kappa is 0 is that of Fleiss, Nee & Landis
 * (1979): 2 / (N m (m - 1)) ((sum p_k q_k)^2 - sum p_k q_k (q_k - p_k)) / (sum p_k q_k)^2, its root.
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_FAIL: each unit needs all raters
 * @param out receives results by #rung_kappa_fleiss
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 * #RUNG_E_NOT_ESTIMABLE (no units, or one level only) */
RUNG_API rung_status rung_stats_kappa_fleiss(const rung_column *raters, size_t count,
                                             rung_missing missing, double *out, size_t out_count,
                                             rung_error *error);

/** The same from counts: how many raters put a unit on each level.
 * @param counts a column per level: whole counts, a row per unit
 * @param count how many levels, 1 or more
 * @param out receives results by #rung_kappa_fleiss
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return as rung_stats_kappa_fleiss(); #RUNG_E_ANSWERS also where a unit has another number of raters
 * than the first, or fewer than 2
 * @missing No count may be absent. */
RUNG_API rung_status rung_stats_kappa_fleiss_counts(const rung_column *counts, size_t count,
                                                    double *out, size_t out_count,
                                                    rung_error *error);

/** How far two values differ for Krippendorff's alpha; n_g is how often a value is paired. */
typedef enum rung_rater_metric {
  RUNG_RATER_METRIC_NOMINAL = 0,  /**< 0 the same, else 1. */
  RUNG_RATER_METRIC_ORDINAL = 1,  /**< (sum of n_g from c to k - (n_c + n_k) / 2)^2. */
  RUNG_RATER_METRIC_INTERVAL = 2, /**< (c - k)^2. */
  RUNG_RATER_METRIC_RATIO = 3     /**< ((c - k) / (c + k))^2, of values of 0 or more. */
} rung_rater_metric;

/** The results of rung_stats_krippendorff(). */
typedef enum rung_krippendorff {
  RUNG_KRIPPENDORFF_ALPHA = 0,    /**< Alpha: 1 the same, 0 as by chance, below: worse. */
  RUNG_KRIPPENDORFF_OBSERVED = 1, /**< Mean observed difference. */
  RUNG_KRIPPENDORFF_EXPECTED = 2, /**< Mean difference by chance. */
  RUNG_KRIPPENDORFF_PAIRED = 3,   /**< Ratings of units that have two or more. */
  RUNG_KRIPPENDORFF_UNITS = 4,    /**< Those units. */
  RUNG_KRIPPENDORFF_VALUES = 5    /**< Values that differ. */
} rung_krippendorff;

/** Say how reliable ratings are, with any number of raters, gaps, and a metric of one's own choice.
 *
 * alpha = 1 - D_o / D_e over the n ratings of units with m_u >= 2 ratings: D_o the mean of the
 * difference over pairs within units, each unit's pairs weighing 1 / (m_u - 1); D_e the mean over all
 * pairs (Krippendorff 2004, 2011).
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param metric a #rung_rater_metric
 * @param settings work (a step is a pair of values), or NULL
 * @param out receives results by #rung_krippendorff
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS (infinite; below 0 of a ratio), #RUNG_E_LIMIT
 * (more pairs of values than #RUNG_SETTING_WORK), #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (no unit with
 * two ratings, or all are the same, so that no difference could be expected)
 * @missing Units with fewer than two ratings do not count; of the others, the ratings there are. */
RUNG_API rung_status rung_stats_krippendorff(const rung_column *raters, size_t count,
                                             rung_rater_metric metric,
                                             const rung_settings *settings, double *out,
                                             size_t out_count, rung_error *error);

/** The results of rung_stats_gwet(). */
typedef enum rung_gwet {
  RUNG_GWET_AC = 0,        /**< AC1 without weights, else AC2. */
  RUNG_GWET_LOW = 1,       /**< Lower limit, by t with N - 1 degrees of freedom. */
  RUNG_GWET_HIGH = 2,      /**< Upper limit, not cut at 1. */
  RUNG_GWET_SE = 3,        /**< Standard error over units. */
  RUNG_GWET_AGREEMENT = 4, /**< Observed agreement, weighted. */
  RUNG_GWET_CHANCE = 5,    /**< Agreement by chance. */
  RUNG_GWET_N = 6,         /**< Units with a rating. */
  RUNG_GWET_PAIRED = 7,    /**< Units with two or more. */
  RUNG_GWET_LEVELS = 8     /**< Levels. */
} rung_gwet;

/** Say how far raters agree beyond chance where one level prevails: Gwet's AC1 and AC2.
 *
 * AC = (p_a - p_e) / (1 - p_e): p_a the mean over units with r_i >= 2 ratings of
 * sum_k r_ik (r*_ik - 1) / (r_i (r_i - 1)), r*_ik = sum_l w_kl r_il;
 * p_e = T / (K (K - 1)) sum pi_k (1 - pi_k), T the sum of all weights, pi_k the mean of r_ik / r_i
 * (Gwet 2008, 2014). The standard error is over units, of infinitely many: the root of
 * sum (x_i - AC)^2 / (N (N - 1)), x_i = (N / N') (p_a|i - p_e) / (1 - p_e) -
 * 2 (1 - AC)(p_e|i - p_e) / (1 - p_e), the first term 0 for a unit with one rating,
 * p_e|i = T / (K (K - 1)) sum (1 - pi_k) r_ik / r_i.
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param levels as of rung_stats_kappa()
 * @param weights a #rung_rater_weights
 * @param settings confidence, or NULL
 * @param out receives results by #rung_gwet
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_LIMIT, #RUNG_E_MEMORY,
 * #RUNG_E_NOT_ESTIMABLE (no unit with two ratings, or one level only)
 * @missing Each unit with the ratings that it has. */
RUNG_API rung_status rung_stats_gwet(const rung_column *raters, size_t count,
                                     const rung_column *levels, rung_rater_weights weights,
                                     const rung_settings *settings, double *out, size_t out_count,
                                     rung_error *error);

/** The results of rung_stats_kendall_w(). */
typedef enum rung_kendall_w {
  RUNG_KENDALL_W_W = 0,          /**< W: 1 the same order, 0 none in common. */
  RUNG_KENDALL_W_CHI_SQUARE = 1, /**< m (n - 1) W, which is Friedman's statistic. */
  RUNG_KENDALL_W_DF = 2,         /**< n - 1. */
  RUNG_KENDALL_W_P = 3,          /**< Its p, for 8 units or more a good approximation. */
  RUNG_KENDALL_W_R = 4, /**< Mean of Spearman's r over pairs of raters: (m W - 1) / (m - 1);
                                    exact without ties. */
  RUNG_KENDALL_W_N = 5  /**< Units. */
} rung_kendall_w;

/** Say how far raters put units in one order: Kendall's W, with ties.
 *
 * W = 12 S / (m^2 (n^3 - n) - m sum (t^3 - t)), S the squares of the rank sums around their mean, t the
 * sizes of ties (Kendall & Babington Smith 1939; ties: Kendall 1970, chapter 6).
 * @param raters columns of numbers, a row per unit
 * @param count how many raters, 2 or more
 * @param missing #RUNG_MISSING_LISTWISE or #RUNG_MISSING_FAIL
 * @param out receives results by #rung_kendall_w
 * @param out_count results that `out` has room for
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_ANSWERS, #RUNG_E_MEMORY, #RUNG_E_NOT_ESTIMABLE (fewer than
 * two units, or every rater ties all) */
RUNG_API rung_status rung_stats_kendall_w(const rung_column *raters, size_t count,
                                          rung_missing missing, double *out, size_t out_count,
                                          rung_error *error);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
