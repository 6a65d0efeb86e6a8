extern int queue;
