/* The ring of bench/ring.js in plain C: each stock passes rate * s * min(1, s / (next + 1)) to the next. Euler, dt 0.125. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int upward(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

/* ring STOCKS STEPS: prints the median milliseconds of nine runs, and the first stock at the end. */
int main(int argc, char **argv) {
  if (argc < 3) return 2;
  int n = atoi(argv[1]), steps = atoi(argv[2]);
  double *s = malloc(n * sizeof *s), *f = malloc(n * sizeof *f), times[9], rate = 0.1, dt = 0.125;
  for (int run = 0; run < 9; run++) {
    for (int i = 0; i < n; i++) s[i] = 100 + i;
    double began = now();
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < n; i++) {
        double ratio = s[i] / (s[i + 1 < n ? i + 1 : 0] + 1);
        f[i] = rate * s[i] * (ratio > 1 ? 1 : ratio);
      }
      for (int i = 0; i < n; i++) s[i] += dt * ((i > 0 ? f[i - 1] : f[n - 1]) - f[i]);
    }
    times[run] = now() - began;
  }
  qsort(times, 9, sizeof *times, upward);
  printf("%.6f %.17g\n", times[4], s[0]);
  return 0;
}
