extern int state;
