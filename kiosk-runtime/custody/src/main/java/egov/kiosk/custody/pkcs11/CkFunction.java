package egov.kiosk.custody.pkcs11;

/** The functions that are used, with their position in CK_FUNCTION_LIST. */
enum CkFunction {
  C_Initialize(0),
  C_Finalize(1),
  C_GetSlotList(4),
  C_GetTokenInfo(6),
  C_OpenSession(12),
  C_CloseSession(13),
  C_Login(18),
  C_CreateObject(20),
  C_GetAttributeValue(24),
  C_FindObjectsInit(26),
  C_FindObjects(27),
  C_FindObjectsFinal(28),
  C_DecryptInit(33),
  C_Decrypt(34),
  C_SignInit(42),
  C_Sign(43),
  C_GenerateKeyPair(59);

  private final int position;

  CkFunction(int position) {
    this.position = position;
  }

  int position() {
    return position;
  }
}
