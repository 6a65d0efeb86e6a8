#define SIZE 512
