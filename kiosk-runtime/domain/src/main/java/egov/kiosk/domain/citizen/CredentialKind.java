package egov.kiosk.domain.citizen;

/** What a citizen can show to say who they are (证件). Persist names, never ordinals. */
public enum CredentialKind {
  /** The identity card in one of its four layouts; the only one that carries a portrait. */
  ID_CARD,
  /** The social security card (社会保障卡). */
  SOCIAL_CARD,
  /** A code on a telephone (手机二维码); its issuing platform says whose it is. */
  CODE
}
