/* Findings: what a person wants to read of groups.
 * SPDX-License-Identifier: Apache-2.0 */
/** @file
 * @defgroup findings Findings
 *
 * Findings are made from tallies alone, in one call for all cuts, because what must be hidden is
 * decided over everything shown together. Hidden figures are erased inside that call: no getter and
 * no writer can see them. They are tables of figures: a row of the measure table, for instance, is
 * a group and a measure; a column is a figure of #rung_figure.
 *
 * Weighted figures count people by their weight; `n` always counts persons.
 *
 * A getter that is given NULL for the findings answers as if there were nothing in them.
 * @{ */
#ifndef RUNG_FINDINGS_H
#define RUNG_FINDINGS_H

#include <rung/tally.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The tables. Rows stand in the order group, part of the model, level or answer. */
typedef enum rung_table {
  RUNG_TABLE_GROUP = 0,      /**< One row per group. */
  RUNG_TABLE_MEASURE = 1,    /**< Group x measure. */
  RUNG_TABLE_READING = 2,    /**< Group x reading: the level by the primary rule. */
  RUNG_TABLE_RULE = 3,       /**< Group x reading x rule. */
  RUNG_TABLE_LEVEL = 4,      /**< Group x reading x level: the distribution of persons. */
  RUNG_TABLE_ITEM = 5,       /**< Group x item. */
  RUNG_TABLE_FLAG = 6,       /**< Group x flag. */
  RUNG_TABLE_PAIR = 7,       /**< Group x pair. */
  RUNG_TABLE_COMPARISON = 8, /**< Group x measure x #rung_comparison. */
  RUNG_TABLE_RELATION = 9,   /**< A row per relation, over units; its group is the total. */
  RUNG_TABLE_CELL = 10, /**< Relation x level of the first reading x level of the second: `sub` is
                           the first times the number of the second's levels, plus the second. */
  RUNG_TABLE_RELATION_PERSONS = 11, /**< A row per relation, over the persons of the total. */
  RUNG_TABLE_CELL_PERSONS = 12      /**< Of persons, as #RUNG_TABLE_CELL. */
} rung_table;

/** What a group's measure is compared with. */
typedef enum rung_comparison {
  RUNG_COMPARISON_REST = 0,  /**< Those of the unit above, or of all, who are not in the group. */
  RUNG_COMPARISON_BEFORE = 1 /**< The group in the wave before the last. */
} rung_comparison;

/** The figures. A table has those that its rows can have; others are NaN. New ones go last. */
typedef enum rung_figure {
  RUNG_FIGURE_N =
      0, /**< persons with positive weight who contribute: to a measure across items, who answered any; to a pair, the lesser of its two; every table */
  RUNG_FIGURE_SCORE = 1, /**< weighted mean: measure, item (0-based answer values: the item's own
                            unit); pair: the second minus the first */
  RUNG_FIGURE_SD = 2,    /**< standard deviation (divisor n - 1; weighted: Taylor's n/(n - 1) form):
                            measure */
  RUNG_FIGURE_COVERAGE = 3,   /**< 0 to 1: measure, reading, item */
  RUNG_FIGURE_LEVEL = 4,      /**< 0 for the lowest: reading, rule */
  RUNG_FIGURE_TYPICAL = 5,    /**< weighted median level of persons, as an anchor: reading */
  RUNG_FIGURE_PEAK = 6,       /**< highest level held by at least 10 % and at least least_n persons:
                                 reading */
  RUNG_FIGURE_SHARE = 7,      /**< share of persons at this level, 0 to 1: level */
  RUNG_FIGURE_FAVOURABLE = 8, /**< share of favourable answers, 0 to 1: item */
  RUNG_FIGURE_NEUTRAL = 9,    /**< share of neutral answers: item */
  RUNG_FIGURE_UNFAVOURABLE = 10,   /**< share of the others: item */
  RUNG_FIGURE_NOT_ASKED = 11,      /**< persons: item */
  RUNG_FIGURE_SKIPPED = 12,        /**< persons: item */
  RUNG_FIGURE_NOT_APPLICABLE = 13, /**< persons: item */
  RUNG_FIGURE_DONT_KNOW = 14,      /**< persons: item */
  RUNG_FIGURE_INVALID = 15,        /**< persons: item */
  RUNG_FIGURE_RAISED = 16,         /**< 1 or 0; NaN: cannot be said: flag */
  RUNG_FIGURE_SAID = 17,           /**< mean of what is said, or seen from inside: pair */
  RUNG_FIGURE_DONE = 18,           /**< mean of what is done, or seen from outside: pair */
  RUNG_FIGURE_INVITED = 19,        /**< persons invited, from the units; withheld with the response:
                                   group */
  RUNG_FIGURE_RULES_AGREE = 20, /**< 1: every rule that has a level states the same; 0: not: reading
                                 */
  RUNG_FIGURE_REACHED = 21,     /**< the level reached, which may be one that cannot be an anchor:
                                   reading, rule */
  RUNG_FIGURE_RESPONSE = 22,    /**< n over the persons invited, 0 to 1: group */
  RUNG_FIGURE_TARGET = 23,      /**< the level that the view names as the target: reading */
  RUNG_FIGURE_TO_TARGET = 24,   /**< the target minus the level stated, in levels; below 0: beyond
                                   it: reading */
  RUNG_FIGURE_OTHER = 25,       /**< mean of what the group is compared with: comparison */
  RUNG_FIGURE_OTHER_N = 26,     /**< persons who contribute to that: comparison */
  RUNG_FIGURE_DIFFERENCE = 27,  /**< the group minus the other: comparison */
  RUNG_FIGURE_DIFFERENCE_LOW = 28,  /**< lower end of its interval: comparison */
  RUNG_FIGURE_DIFFERENCE_HIGH = 29, /**< upper end: comparison */
  RUNG_FIGURE_P = 30,               /**< two-sided p-value by itself: comparison, pair */
  RUNG_FIGURE_P_ADJUSTED = 31, /**< adjusted for its family (Benjamini and Hochberg): comparison,
                                  pair */
  RUNG_FIGURE_NOTABLE = 32,    /**< 1: adjusted, it is at most 1 minus the confidence; 0: it is not:
                                  comparison, pair */
  RUNG_FIGURE_FAMILY = 33,     /**< comparisons that are adjusted together: of one kind, over the
                                  groups of one cut: comparison, pair */
  RUNG_FIGURE_LOW = 34,  /**< lower limit, at #RUNG_SETTING_CONFIDENCE, of the score: measure, item,
                            pair; of the share: level */
  RUNG_FIGURE_HIGH = 35, /**< upper limit, likewise */
  RUNG_FIGURE_N_EFFECTIVE = 36,       /**< persons of one weight who would tell as much as those who
                                   contribute; without weights n: measure, item */
  RUNG_FIGURE_FAVOURABLE_LOW = 37,    /**< limits of the shares of answers: item */
  RUNG_FIGURE_FAVOURABLE_HIGH = 38,   /**< */
  RUNG_FIGURE_NEUTRAL_LOW = 39,       /**< */
  RUNG_FIGURE_NEUTRAL_HIGH = 40,      /**< */
  RUNG_FIGURE_UNFAVOURABLE_LOW = 41,  /**< */
  RUNG_FIGURE_UNFAVOURABLE_HIGH = 42, /**< */
  RUNG_FIGURE_PROBABILITY = 43, /**< how probable it is, by the sampling distribution of what the
                                        primary rule looks at, that the group's level is this: level;
                                        that it is the one reached: reading */
  RUNG_FIGURE_LEVEL_LOW = 44,   /**< level at the lower end of the interval: reading */
  RUNG_FIGURE_LEVEL_HIGH = 45,  /**< level at the upper end: reading */
  RUNG_FIGURE_FLIP_CUT = 46,    /**< smallest change of one cut that changes the level: reading */
  RUNG_FIGURE_FLIP_LEVEL = 47,  /**< level reached then: reading */
  RUNG_FIGURE_FLIP_WEIGHT = 48, /**< what one weight has to be multiplied by for the score to come
                                        to a cut, the factor nearest to 1: reading */
  RUNG_FIGURE_FLIP_TERM = 49,   /**< place, in the reading's measure, of the term with that
                                        weight: reading */
  RUNG_FIGURE_ACCURACY = 50,    /**< how probable it is that a person's likeliest level is the true
                                        one, by Kelley's regressed scores: reading */
  RUNG_FIGURE_CONSISTENCY = 51, /**< how probable it is that two true scores drawn for one person
                                        lie on one level: reading */
  RUNG_FIGURE_ASSOCIATION = 52, /**< Kendall's tau-b of the two levels: relation */
  RUNG_FIGURE_ASSOCIATION_LOW = 53,  /**< lower end of its interval: relation */
  RUNG_FIGURE_ASSOCIATION_HIGH = 54, /**< upper end: relation */
  RUNG_FIGURE_DIAGONAL = 55,    /**< 1 where the two levels are declared to belong together, else 0:
                                cell */
  RUNG_FIGURE_RELIABILITY = 56, /**< alpha, of reflective measures: measure */
  RUNG_FIGURE_RELIABILITY_LOW = 57,  /**< its lower limit (Feldt) */
  RUNG_FIGURE_RELIABILITY_HIGH = 58, /**< its upper limit */
  RUNG_FIGURE_ICC1 = 59, /**< of the groups of the cut, or the lowest units, that are shown in full:
                            the share of variance between them: measure */
  RUNG_FIGURE_ICC2 = 60, /**< the reliability of their means: measure */
  RUNG_FIGURE_ICC2_LOW = 61,         /**< its lower limit */
  RUNG_FIGURE_ICC2_HIGH = 62,        /**< its upper limit */
  RUNG_FIGURE_AGREEMENT = 63,        /**< r_wg(j) under an even null: measure, item */
  RUNG_FIGURE_AGREEMENT_SKEWED = 64, /**< r_wg(j) under a slightly skewed null, of 5 to 11 points:
                                        measure, item */
  RUNG_FIGURE_AGREEMENT_LOW = 65,    /**< lower limit of r_wg(j) under the even null */
  RUNG_FIGURE_AGREEMENT_HIGH = 66,   /**< its upper limit */
  RUNG_FIGURE_CAMP_LOWER = 67, /**< where there are two camps of people, the level of the lower:
                                        reading */
  RUNG_FIGURE_CAMP_LOWER_SHARE = 68, /**< its share of the people: reading */
  RUNG_FIGURE_CAMP_UPPER = 69,       /**< the level of the upper: reading */
  RUNG_FIGURE_CAMP_UPPER_SHARE = 70  /**< its share of the people: reading */
} rung_figure;

/** Make an empty view: the total only.
 * @param out receives the view
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_view_free(). */
RUNG_API rung_status rung_view_new(rung_view **out, rung_error *error);

/** Show a cut: every combination of the values of some key columns.
 * @param view the view
 * @param columns names of key columns of the tally
 * @param count how many, 1 to 16; more than one crosses them
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_view_cut(rung_view *view, const char *const *columns, size_t count,
                                   rung_error *error);

/** Say which key column holds units.
 * @param view the view
 * @param column a key column of the tally
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_view_units(rung_view *view, const char *column, rung_error *error);

/** Add a unit to the tree; each is shown, and is the merge of itself and all below it.
 * @param view the view
 * @param id as it stands in the unit column
 * @param parent another unit, given before or after; NULL or "" for one at the top
 * @param invited persons invited in the unit itself; -1 where not known
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT (given twice), #RUNG_E_MEMORY. An unknown parent or a circle
 * fails in rung_findings_new(). */
RUNG_API rung_status rung_view_unit(rung_view *view, const char *id, const char *parent,
                                    int64_t invited, rung_error *error);

/** Name the level that a unit wants to reach, or to stay on.
 * @param view the view
 * @param unit the id of a unit, given before or after
 * @param reading the id of a reading of the model
 * @param level the id of a level of its ladder
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY. A unit that is not in the tree, a reading or level
 * that is not in the model, and a second target of a unit for one reading fail in
 * rung_findings_new(). */
RUNG_API rung_status rung_view_target(rung_view *view, const char *unit, const char *reading,
                                      const char *level, rung_error *error);

/** Give what was shown before of the same answers, so that findings beside it tell nothing more: its
 * groups count as shown, and what is found now is withheld where so few persons came, left or answered
 * otherwise since then that they could be told. May be called again, up to 64 times.
 * @param view the view
 * @param bytes findings as rung_findings_write() gave them in #RUNG_FORMAT_JSON
 * @param length how many
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_SYNTAX, #RUNG_E_MODEL (no findings of this library), #RUNG_E_LIMIT,
 * #RUNG_E_ARGUMENT, #RUNG_E_MEMORY. That they are of another model, or of a group that the tally does
 * not know, fails in rung_findings_new(). */
RUNG_API rung_status rung_view_shown(rung_view *view, const void *bytes, size_t length,
                                     rung_error *error);

/** Put two readings beside each other over the units, besides the relations of the model: levels at
 * the same place of their ladders belong together.
 * @param view the view
 * @param first the id of a reading of the model
 * @param second that of another one
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY. A reading that is not in the model, and ladders
 * of different length, fail in rung_findings_new(). */
RUNG_API rung_status rung_view_relation(rung_view *view, const char *first, const char *second,
                                        rung_error *error);

/** Free a view.
 * @param view what rung_view_new() gave, or NULL */
RUNG_API void rung_view_free(rung_view *view);

/** Find from tallies.
 * @param waves one tally per wave, the oldest first; all of one model, parts and key columns
 * @param count how many, 1 to 64; figures are of the last, thresholds look at all
 * @param view what to show; NULL: the total only
 * @param settings how small a group may be shown; NULL for the starts
 * @param out receives the findings
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MISMATCH (also what was shown, of another model), #RUNG_E_UNKNOWN (a
 * column that is no key, also of what was shown; a unit in the answers that is not in the tree; a
 * target or relation of no unit, reading or level), #RUNG_E_ARGUMENT (also a tree deeper than the
 * model's tiers of units), #RUNG_E_MEMORY
 * @owner the caller: rung_findings_free(). Tallies and view are read during the call. */
RUNG_API rung_status rung_findings_new(const rung_tally *const *waves, size_t count,
                                       const rung_view *view, const rung_settings *settings,
                                       rung_findings **out, rung_error *error);

/** Count the rows of a table.
 * @param findings the findings
 * @param table a #rung_table
 * @return rows. */
RUNG_API size_t rung_findings_count(const rung_findings *findings, rung_table table);

/** Give the group of a row of any table.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return the row of the group table; 0 where there is no such row. */
RUNG_API size_t rung_findings_group(const rung_findings *findings, rung_table table, size_t row);

/** Give the model part of a row: the measure, reading, item, flag or pair.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return its index in the model; 0 for a group or where there is no such row. */
RUNG_API size_t rung_findings_part(const rung_findings *findings, rung_table table, size_t row);

/** Give the place of a row within its part: the rule of a reading, or the level.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return in #RUNG_TABLE_RULE the index of the rule, in #RUNG_TABLE_LEVEL that of the level, 0 for
 * the lowest, in #RUNG_TABLE_COMPARISON a #rung_comparison; 0 in every other table or where there is no such row. */
RUNG_API size_t rung_findings_sub(const rung_findings *findings, rung_table table, size_t row);

/** Find a row of any table.
 * @param findings the findings
 * @param table a #rung_table
 * @param group a row of the group table
 * @param part the index of the measure, reading, item, flag or pair in the model; 0 for a group
 * @param sub the index of the rule or level of a reading, or a #rung_comparison; 0 in every other table
 * @return the row; `SIZE_MAX`, that is `(size_t)-1`, where there is none. */
RUNG_API size_t rung_findings_row(const rung_findings *findings, rung_table table, size_t group,
                                  size_t part, size_t sub);

/** Give the unit above a unit.
 * @param findings the findings
 * @param group a row of the group table
 * @return the row of the unit above, which stands before it; `SIZE_MAX`, that is `(size_t)-1`, for
 * a unit at the top, for a group that is no unit, and where there is no such group. */
RUNG_API size_t rung_findings_parent(const rung_findings *findings, size_t group);

/** Count the key columns that name a group.
 * @param findings the findings
 * @param group a row of the group table
 * @return 0 for the total. */
RUNG_API size_t rung_findings_key_count(const rung_findings *findings, size_t group);

/** Give the name of a key column of a group.
 * @param findings the findings
 * @param group a row of the group table
 * @param index 0 to count - 1
 * @return the column; NULL where there is none.
 * @owner the findings. */
RUNG_API const char *rung_findings_key_column(const rung_findings *findings, size_t group,
                                              size_t index);

/** Give the value of a key column of a group.
 * @param findings the findings
 * @param group a row of the group table
 * @param index 0 to count - 1
 * @return the value; NULL where it is absent (persons without a group), or there is no such key.
 * @owner the findings. */
RUNG_API const char *rung_findings_key_value(const rung_findings *findings, size_t group,
                                             size_t index);

/** Give a figure.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @param figure a #rung_figure
 * @return the number; NaN where there is none, it is hidden, or the table has no such figure. */
RUNG_API double rung_findings_number(const rung_findings *findings, rung_table table, size_t row,
                                     rung_figure figure);

/** Copy a whole column of a table.
 * @param findings the findings
 * @param table a #rung_table
 * @param figure a #rung_figure
 * @param out receives one number per row
 * @param count rows that `out` has room for: at least rung_findings_count()
 * @return #RUNG_OK, #RUNG_E_ARGUMENT */
RUNG_API rung_status rung_findings_column(const rung_findings *findings, rung_table table,
                                          rung_figure figure, double *out, size_t count);

/** Give the state of a row.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return a #rung_state; #RUNG_STATE_NOT_COLLECTED where there is no such row. */
RUNG_API rung_state rung_findings_state(const rung_findings *findings, rung_table table,
                                        size_t row);

/** Give the marks of a row. Of a measure it is #RUNG_MARK_IPSATIVE where it rests on a block, whether
 * its figures are shown or not.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return #rung_mark bits. */
RUNG_API uint32_t rung_findings_marks(const rung_findings *findings, rung_table table, size_t row);

/** Say why a row reads as it does.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @return one sentence, may be empty; NULL where there is no such row.
 * @owner the findings. */
RUNG_API const char *rung_findings_reason(const rung_findings *findings, rung_table table,
                                          size_t row);

/** Give the state of a figure: of limits, for instance, that may be missing beside a score.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @param figure a #rung_figure
 * @return a #rung_state: of limits their own, such as #RUNG_STATE_NOT_ESTIMABLE of one row; of other
 * figures that of the row; #RUNG_STATE_NOT_COLLECTED where there is no such row. */
RUNG_API rung_state rung_findings_figure_state(const rung_findings *findings, rung_table table,
                                               size_t row, rung_figure figure);

/** Say why a figure is not there.
 * @param findings the findings
 * @param table a #rung_table
 * @param row 0 to count - 1
 * @param figure a #rung_figure
 * @return one sentence, empty where it is there; of figures without a state of their own what
 * rung_findings_reason() says; NULL where there is no such row.
 * @owner the findings. */
RUNG_API const char *rung_findings_figure_reason(const rung_findings *findings, rung_table table,
                                                 size_t row, rung_figure figure);

/** Say what a reader has to know before believing or publishing findings: how small groups were
 * treated, how many groups are hidden or rounded, what else is hidden, what is not measured (as
 * information), and where that was switched off (as a warning).
 * @param findings the findings
 * @param out receives the notes
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_notes_free(). */
RUNG_API rung_status rung_findings_notes(const rung_findings *findings, rung_notes **out,
                                         rung_error *error);

/** Say what could have been learnt of single persons or of hidden groups, had only small groups been
 * hidden: of which figures, from what, and what was withheld instead; and what remains. Never what the
 * figures are. A note's place is the group that was withheld.
 * @param findings the findings
 * @param out receives the notes
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_MEMORY, #RUNG_E_ARGUMENT
 * @owner the caller: rung_notes_free(). */
RUNG_API rung_status rung_findings_audit(const rung_findings *findings, rung_notes **out,
                                         rung_error *error);

/** Name a relation.
 * @param findings the findings
 * @param relation 0 to the rows of #RUNG_TABLE_RELATION - 1: those of the model, then the view's
 * @return the model's id of it, or the ids of the view's readings with a comma between; NULL where there
 * is none.
 * @owner the findings. */
RUNG_API const char *rung_findings_relation_id(const rung_findings *findings, size_t relation);

/** Give a reading of a relation.
 * @param findings the findings
 * @param relation 0 to the rows of #RUNG_TABLE_RELATION - 1
 * @param side 0 for the first, 1 for the second
 * @return its index in the model; `SIZE_MAX`, that is `(size_t)-1`, where there is none. */
RUNG_API size_t rung_findings_relation_reading(const rung_findings *findings, size_t relation,
                                               size_t side);

/** Write all findings.
 * @param findings the findings
 * @param format a #rung_format
 * @param language of the model's texts, such as "en"; NULL: English, else the first
 * @param out receives the text
 * @param error filled on failure, may be NULL
 * @return #RUNG_OK, #RUNG_E_ARGUMENT, #RUNG_E_MEMORY
 * @owner the caller: rung_bytes_free(). */
RUNG_API rung_status rung_findings_write(const rung_findings *findings, rung_format format,
                                         const char *language, rung_bytes **out, rung_error *error);

/** Free findings.
 * @param findings what rung_findings_new() gave, or NULL */
RUNG_API void rung_findings_free(rung_findings *findings);

#ifdef __cplusplus
}
#endif
/** @} */
#endif
