#define QUEUE 1
