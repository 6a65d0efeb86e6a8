#define SIZE Q_SIZE
