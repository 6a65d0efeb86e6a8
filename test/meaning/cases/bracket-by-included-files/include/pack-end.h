#pragma pack(pop)
#if defined(_MSC_VER)
#pragma warning(pop)
#endif
