/* The ergotropy of two coupled qubits between two baths over a grid, from the closed form of the steady
   state, on one thread. Which exponentials it takes is up to the flags:
     -fno-math-errno -lm        libm, one by one
     -ffast-math -lmvec -lm     vectorised

   sweep version                          the version as JSON
   sweep METHOD REPETITIONS BUDGET ANSWER the task of sweep.py on standard input; JSON out */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LAMBDA 6.0   /* coupling */
#define WBAR 10.0    /* mean frequency of the qubits; J = 1 */
#define TBAR 3.0     /* bosons: mean temperature */
#define MUBAR 4.0    /* fermions: mean chemical potential, and temperature */
#define TF 1.5
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define MIN(a, b) ((a) < (b) ? (a) : (b))

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

/* ergotropy of populations with one coherence of squared modulus a2 between levels 2 and 3 */
static inline double ergotropy(double r11, double r22, double r33, double r44, double a2, double e2, double e3)
{
    double mean = 0.5 * (r22 + r33), half = 0.5 * (r22 - r33), h = sqrt(half * half + a2);
    double energy = r22 * e2 + r33 * e3 + r44 * 2 * WBAR;
    double p = mean + h, q = mean - h, a = MAX(r11, r44), b = MIN(r11, r44);
    double least = MIN(b, q), m1 = MAX(b, q), m2 = MIN(a, p);
    return energy - (MAX(m1, m2) * e2 + MIN(m1, m2) * e3 + least * 2 * WBAR);
}

static inline double boson(double n1p, double n1m, double n2p, double n2m, double ct, double st, double Om, double e2, double e3)
{
    double Lp = 0.5 * (n1p + n2p), Lm = 0.5 * (n1m + n2m), Mp = 0.5 * (n1p - n2p), Mm = 0.5 * (n1m - n2m);
    Lp += Mp * ct; Lm -= Mm * ct; Mp *= st; Mm *= st;
    double t = 1 + Lp + Lm, R = 1 / (4 * t * t + Om * Om);
    double s1 = Mp - Mm * (1 + 2 * t), s2 = Mm - Mp * (1 + 2 * t), z1 = Mp + Mm * (2 * t - 1), z2 = Mm + Mp * (2 * t - 1);
    double g = 1 / ((1 + 2 * Lp) * (1 + 2 * Lm) - 16 * Mp * Mm * t * t * R);
    double k = (Mp * (1 + 2 * Lm) + Mm * (1 + 2 * Lp)) * g;
    return ergotropy(((1 + Lp) * (1 + Lm) - s1 * s2 * R) * g, (Lm * (1 + Lp) + s2 * z1 * R) * g,
                     (Lp * (1 + Lm) + s1 * z2 * R) * g, (Lp * Lm - z1 * z2 * R) * g, k * k * R, e2, e3);
}

static inline double fermion(double n1p, double n1m, double n2p, double n2m, double ct, double st, double Om, double e2, double e3)
{
    double Lp = 0.5 * (n1p + n2p), Lm = 0.5 * (n1m + n2m), Mp = 0.5 * (n1p - n2p), Mm = 0.5 * (n1m - n2m);
    Lp += Mp * ct; Lm -= Mm * ct; Mp *= st; Mm *= st;
    double R = (Mp + Mm) * (Mp + Mm) / (4 + Om * Om);
    return ergotropy((1 - Lp) * (1 - Lm) - R, Lm * (1 - Lp) + R, Lp * (1 - Lm) + R, Lp * Lm - R, R, e2, e3);
}

/* out[i][j] at detuning d[i] and bias x[j] */
static void sweep(int bosons, const double *restrict x, int nx, const double *restrict d, int nd, double *restrict out)
{
    for (int i = 0; i < nd; i++) {
        double Om = sqrt(d[i] * d[i] + LAMBDA * LAMBDA), ct = d[i] / Om, st = LAMBDA / Om;
        double e2 = WBAR - 0.5 * Om, e3 = WBAR + 0.5 * Om;
        double *restrict o = out + (size_t)i * nx;
        if (bosons)
            for (int j = 0; j < nx; j++) {
                double b1 = 1 / (TBAR - 0.5 * x[j]), b2 = 1 / (TBAR + 0.5 * x[j]);
                o[j] = boson(1 / (exp(e3 * b1) - 1), 1 / (exp(e2 * b1) - 1), 1 / (exp(e3 * b2) - 1), 1 / (exp(e2 * b2) - 1), ct, st, Om, e2, e3);
            }
        else
            for (int j = 0; j < nx; j++) {
                double m1 = MUBAR - 0.5 * x[j], m2 = MUBAR + 0.5 * x[j], b = 1 / TF;
                o[j] = fermion(1 / (exp((e3 - m1) * b) + 1), 1 / (exp((e2 - m1) * b) + 1), 1 / (exp((e3 - m2) * b) + 1), 1 / (exp((e2 - m2) * b) + 1), ct, st, Om, e2, e3);
            }
    }
}

static double *axis(int *count)
{
    double from, to;
    if (scanf("%lf %lf %d", &from, &to, count) != 3) { fprintf(stderr, "no axis\n"); exit(2); }
    double *values = malloc(*count * sizeof(double));
    for (int i = 0; i < *count; i++) values[i] = from + (to - from) * i / (*count - 1);
    return values;
}

int main(int argc, char **argv)
{
    if (argc != 5) { printf("{\"version\": \"%s\"}\n", __VERSION__); return 0; }
    char kind[32];
    int nx, nd;
    if (scanf("%31s", kind) != 1) return 2;
    double *x = axis(&nx), *d = axis(&nd), *out = calloc((size_t)nx * nd, sizeof(double));
    double budget = atof(argv[3]), spent = 0;
    printf("{\"points\": %d, \"sweep\": [", nx * nd);
    for (int k = 0; k < atoi(argv[2]) && (k == 0 || spent < budget); k++) {
        double t = now();
        sweep(!strcmp(kind, "boson"), x, nx, d, nd, out);
        t = now() - t;
        spent += t;
        printf("%s%.9g", k ? ", " : "", t);
    }
    printf("], \"values\": [");
    for (int k = 0; k < nx * nd; k += 997)  /* numbered with the detuning as the fast axis */
        printf("%s[%d, %.17g]", k ? ", " : "", k, out[k % nd * nx + k / nd]);
    printf("]}\n");
    return 0;
}
