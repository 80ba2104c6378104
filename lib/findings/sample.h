/* Samples: what persons tell of a mean that is to be known within limits.
 * SPDX-License-Identifier: Apache-2.0 */
#ifndef RUNG_FINDINGS_SAMPLE_H
#define RUNG_FINDINGS_SAMPLE_H

#include "findings/doubts.h"
#include "findings/figures.h"

/* A mean over persons, in its own unit. */
struct rung__sample {
  enum rung__doubt doubt; /* RUNG__SURE: the rest is there */
  double persons;         /* who contribute */
  double n;               /* as many persons of one weight would tell as much */
  double mean, variance;  /* of one person, with divisor n */
  double low, high;       /* between these it lies in any case */
  bool pointed;           /* answers lie on points: then the two below are there */
  double first, second;   /* mean and variance of an answer on any point alike */
};

/* Persons of equal weight who would tell as much as these: of their variance and that of their mean,
 * after Korn & Graubard (1998), but no more than Kish (1965) has, whose number does not look at
 * answers: of few persons of very unlike weights, the variance of the mean is found too small more
 * often than not. `squares` is the sum of squared weights, `around` that of squared
 * weights times squared distances from the mean. */
double rung__sample_n(double persons, double weight, double squares, double variance,
                      double around);
/* sum of squared weights x (x - mean)^2, from sums of squared weights x x (0) and x x^2 (1): around the
 * mean on the grid exactly, and what that leaves out with it. */
double rung__moment_around(const struct rung__sum moment[2], rung__uwide squares, double mean);
/* The mean and variance of points that are alike likely: so many, evenly from low to high. */
void rung__sample_even(struct rung__sample *sample, double points);

/* Finds on how many points scores may lie, once for all groups. False: no memory. */
bool rung__count_points(struct rung__figures *figures);

/* The score of a measure over a group. */
struct rung__sample rung__sample_measure(const struct rung__figures *figures, size_t measure,
                                         size_t group);
/* The mean of an item's answers; some are there. */
struct rung__sample rung__sample_item(const struct rung__figures *figures, size_t item,
                                      size_t group);
/* The mean of what an item's answers are worth under a measure of items; persons may be 0. */
struct rung__sample rung__sample_term(const struct rung__figures *figures,
                                      const struct rung__measure *measure,
                                      const struct rung__term *term, size_t group);
/* The share of a segment's contributors who are in some of its slots: `in` tells which. */
struct rung__sample rung__sample_share(const struct rung__groups *groups, size_t group,
                                       const struct rung__segment *segment, const bool *in);
/* The second measure of a pair minus the first. */
struct rung__sample rung__sample_gap(const struct rung__figures *figures,
                                     const struct rung__pair *pair, size_t group);

/* The correlation of the means of two measures across people, over those who are scored on both; 0 where
 * it is not known. */
double rung__sample_correlation(const struct rung__figures *figures, size_t one, size_t other,
                                size_t group);

/* The score of a measure across items, where it is a weighted mean of items' means. */
void rung__sample_items(struct rung__sample *sample, const struct rung__figures *figures,
                        size_t measure, size_t group);

/* Weights and their squares, in their own unit. */
double rung__weight_double(rung__uwide weight);
double rung__square_double(rung__uwide squares);

/* The limits of a sample's mean at a confidence. False: all is the same, and nothing tells how far
 * others may lie. */
bool rung__sample_limits(const struct rung__sample *sample, double confidence, double limit[2]);

#endif
