package egov.kiosk.domain.citizen;

/**
 * The four text layouts an identity card reader returns, told apart by the UTF-16LE character at
 * byte 248 of the text block (GA/T 490-2019 and its later supplements).
 */
public enum CardLayout {
  /** Resident identity card (居民身份证); any flag that is not one of the others. */
  RESIDENT,
  /** Residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证), flag 'J'. */
  HMT_RESIDENT,
  /** Foreign permanent resident card, 2017 edition (外国人永久居留身份证), flag 'I'. */
  FOREIGNER_2017,
  /** Foreign permanent resident card, 2023 edition, flag 'Y'. */
  FOREIGNER_2023
}
