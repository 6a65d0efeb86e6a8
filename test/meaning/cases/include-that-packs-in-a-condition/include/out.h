#ifdef __GNUC__
#pragma pack(pop)
#endif
