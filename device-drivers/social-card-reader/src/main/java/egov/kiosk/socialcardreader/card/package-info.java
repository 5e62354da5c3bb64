/**
 * What a social security card says (LD/T 32-2015, 人社信息函〔2012〕37号): commands, records, fields. Pure,
 * above an {@link egov.kiosk.socialcardreader.card.ApduChannel}.
 */
package egov.kiosk.socialcardreader.card;
