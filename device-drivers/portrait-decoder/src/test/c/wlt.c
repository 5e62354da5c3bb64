/*
 * A portrait library that does what the fourth byte of the block says. It decodes nothing: it
 * stands in for the libraries of vendors, and for all their ways to go wrong.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PICTURE = 102 * 126 * 3 };

int unpack(char *wlt, char *bgr, int save) {
  (void)save;
  switch (wlt[3]) {
    case 'c': /* crash */
      *(volatile int *)8 = 1;
      return 1;
    case 'h': /* hang */
      for (;;) pause();
    case 'l': /* licence check */
      return -22;
    case 'x': /* calls exit() */
      exit(9);
    case 'a':
      abort();
    case 'p': /* prints to stdout, like a debug build */
      for (int i = 0; i < 2000; i++) printf("decoding, please wait\n");
      fflush(stdout);
      break;
    case 'm': /* eats memory */
      for (int i = 0; i < 64; i++) {
        char *piece = malloc(64 << 20);
        if (piece == NULL) return -77;
        memset(piece, 1, 64 << 20);
      }
      return 1;
    case 'f': { /* leaves the portrait in a file */
      FILE *file = fopen("zp.bmp", "w");
      if (file != NULL) {
        fwrite(wlt, 1, 1024, file);
        fclose(file);
      }
      return -78;
    }
    case 'o': /* writes more than the picture has */
      memset(bgr, 7, PICTURE + 4096);
      return 1;
    default:
      break;
  }
  for (int i = 0; i < PICTURE; i++) bgr[i] = (char)(i / (102 * 3));
  return 1;
}
