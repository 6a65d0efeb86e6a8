const char *generated_from = "header.h"; /* not talk */
