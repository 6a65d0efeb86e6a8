#pragma pack()
