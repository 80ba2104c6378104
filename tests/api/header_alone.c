/* Includes one public header, named by -DHEADER=<rung/...>, and nothing else: it must stand alone.
 * SPDX-License-Identifier: Apache-2.0 */
#include HEADER

int main(void)
{
  return 0;
}
