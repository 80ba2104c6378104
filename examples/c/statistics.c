/* Statistics: arrays in, a number with its limits out, no model. Prints how reliable three items are.
 * SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>

#include <rung/rung.h>

/* What ten people answered on five points; 0 stands for nothing, and a validity bit says so. */
static const int8_t answer[3][10] = {
    {4, 5, 3, 4, 2, 5, 4, 3, 1, 4}, {4, 4, 3, 5, 2, 5, 3, 3, 2, 4}, {5, 4, 2, 4, 1, 4, 4, 0, 2, 5}};
static const uint8_t third[2] = {0x7f, 0x03}; /* bit 7 is clear: the eighth did not answer */

int main(void)
{
  const rung_column items[3] = {
      {.data = answer[0], .length = 10, .type = RUNG_TYPE_INT8},
      {.data = answer[1], .length = 10, .type = RUNG_TYPE_INT8},
      {.data = answer[2], .length = 10, .type = RUNG_TYPE_INT8, .validity = third}};
  double out[RUNG_ALPHA_N + 1];
  rung_error error;
  if (rung_stats_alpha(items, 3, NULL, RUNG_MISSING_LISTWISE, NULL, out, RUNG_ALPHA_N + 1,
                       &error) != RUNG_OK) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  printf("alpha %.2f, from %.2f to %.2f, of %.0f people who answered everything\n",
         out[RUNG_ALPHA_RAW], out[RUNG_ALPHA_FELDT_LOW], out[RUNG_ALPHA_FELDT_HIGH],
         out[RUNG_ALPHA_N]);
  return 0;
}
