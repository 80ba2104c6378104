/* Replaying a corpus without a fuzzer: every file of the folders given, one after another.
 * SPDX-License-Identifier: Apache-2.0 */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>

static void replay(const char *path, size_t size)
{
  FILE *file = fopen(path, "rb");
  uint8_t *data = malloc(size + 1);
  MUST(file != NULL && data != NULL);
  MUST(fread(data, 1, size, file) == size);
  fclose(file);
  /* exactly so many bytes, so that a sanitizer sees what is read behind them */
  uint8_t *exact = malloc(size == 0 ? 1 : size);
  MUST(exact != NULL);
  memcpy(exact, data, size);
  LLVMFuzzerTestOneInput(exact, size);
  free(exact);
  free(data);
}

static size_t replay_folder(const char *folder)
{
  char path[4096];
  struct stat about;
  size_t count = 0;
  DIR *entries = opendir(folder);
  if (entries == NULL) {
    fprintf(stderr, "no folder %s\n", folder);
    exit(1);
  }
  for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (stat(path, &about) != 0 || !S_ISREG(about.st_mode)) continue;
    fprintf(stderr, "%s\n", path);
    replay(path, (size_t)about.st_size);
    ++count;
  }
  closedir(entries);
  return count;
}

int main(int count, char **folders)
{
  size_t files = 0;
  for (int index = 1; index < count; ++index)
    files += replay_folder(folders[index]);
  printf("%zu files replayed\n", files);
  return files == 0;
}
