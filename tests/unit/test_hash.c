/* Tests of base/hash: SHA-256.
 * SPDX-License-Identifier: Apache-2.0 */
#include "support.h"

#include "base/hash.h"

/* FIPS 180-4's own examples, from NIST's example values. */
static const struct {
  const char *text, *digest;
} EXAMPLES[] = {
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmno"
     "pqrsmnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

/* So many letters 'a', around the ends of blocks; from Python's hashlib. */
static const struct {
  size_t count;
  const char *digest;
} RUNS[] = {
    {0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {1, "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
    {3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"},
    {55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
    {56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
    {57, "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6"},
    {63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"},
    {64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
    {65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"},
    {111, "6374f73208854473827f6f6a3f43b1f53eaa3b82c21c1a6d69a2110b2a79baad"},
    {119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"},
    {120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"},
    {127, "c57e9278af78fa3cab38667bef4ce29d783787a2f731d4e12200270f0c32320a"},
    {128, "6836cf13bac400e9105071cd6af47084dfacad4e5e302c94bfed24e013afb73e"},
    {129, "c12cb024a2e5551cca0e08fce8f1c5e314555cc3fef6329ee994a3db752166ae"},
    {1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"},
};

static void assert_digest(const void *data, size_t length, const char *expected)
{
  uint8_t digest[RUNG__DIGEST_SIZE];
  char text[2 * RUNG__DIGEST_SIZE + 1];
  rung__sha256(data, length, digest);
  rung__hex(digest, text);
  assert_string_equal(text, expected);
}

static void the_examples_of_the_standard_are_met(void **state)
{
  (void)state;
  for (size_t index = 0; index < LENGTH(EXAMPLES); ++index)
    assert_digest(EXAMPLES[index].text, strlen(EXAMPLES[index].text), EXAMPLES[index].digest);
}

static void every_way_to_end_a_block_is_right(void **state)
{
  char text[1000];
  (void)state;
  memset(text, 'a', sizeof text);
  for (size_t index = 0; index < LENGTH(RUNS); ++index)
    assert_digest(text, RUNS[index].count, RUNS[index].digest);
}

static void a_million_letters_are_hashed(void **state)
{
  char *text = malloc(1000000);
  (void)state;
  assert_non_null(text);
  memset(text, 'a', 1000000);
  assert_digest(text, 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  free(text);
}

static void nothing_may_be_null(void **state)
{
  (void)state;
  assert_digest(NULL, 0, RUNS[0].digest);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_examples_of_the_standard_are_met),
      cmocka_unit_test(every_way_to_end_a_block_is_right),
      cmocka_unit_test(a_million_letters_are_hashed),
      cmocka_unit_test(nothing_may_be_null),
  };
  return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
