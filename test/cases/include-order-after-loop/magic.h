#define m(a,b) (m)((a),sizeof(char[(b)+1]))
