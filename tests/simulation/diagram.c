/* Stated chances beside what came true.
 * SPDX-License-Identifier: Apache-2.0 */
#include "diagram.h"

#include <math.h>
#include <stdio.h>

void diagram_add(struct diagram *diagram, const double chance[LEVELS], int held_for, int truth)
{
  double expected = 0;
  if (isnan(chance[0])) return;
  for (int level = 0; level < LEVELS; ++level) {
    const int bin = chance[level] < 1 ? (int)(chance[level] * BINS) : BINS - 1;
    ++diagram->count[bin];
    diagram->held[bin] += level == truth;
    diagram->sum[bin] += chance[level];
    expected += level * chance[level];
  }
  ++diagram->cases;
  diagram->right += held_for == truth;
  diagram->stated += chance[held_for];
  diagram->off += expected - truth;
  diagram->square += (expected - truth) * (expected - truth);
}

void diagram_write(const struct diagram *diagram, const char *part, const char *figure, size_t n)
{
  char name[64];
  const double mean = diagram->off / diagram->cases;
  struct row row = {.part = part, .figure = figure, .n = n, .weights = "none"};
  for (row.bin = 0; row.bin < BINS; ++row.bin) {
    row.count = diagram->count[row.bin];
    row.held = diagram->held[row.bin];
    row.mean = diagram->sum[row.bin] / fmax(row.count, 1);
    row_write(&row);
  }
  row = (struct row){.part = part, .figure = name, .n = n, .weights = "none", .bin = -1};
  row.count = diagram->cases;
  row.held = diagram->right;
  row.mean = diagram->stated / diagram->cases;
  snprintf(name, sizeof name, "%s/reached", figure);
  row_write(&row);
  row.mean = mean;
  row.deviation = sqrt(fmax(diagram->square / diagram->cases - mean * mean, 0));
  snprintf(name, sizeof name, "%s/bias", figure);
  row_write(&row);
}

int level_by_cuts(double score)
{
  return (score >= 2.5) + (score >= 3) + (score >= 3.5);
}
