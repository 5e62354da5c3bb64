package egov.kiosk.emulator.socialcard;

import java.util.List;

/**
 * What is on a card; the bytes are not copied, nobody changes them.
 *
 * @param atr what it says when power comes
 * @param characterwise T=0 (bytes one by one, data fetched with GET RESPONSE) rather than T=1
 * @param application the name its social security application is selected by; empty when it has
 *     none, as a bank card
 * @param issuer the records of EF05, first is record 1
 * @param holder the records of EF06
 */
record SocialCard(
    byte[] atr,
    boolean characterwise,
    byte[] application,
    List<byte[]> issuer,
    List<byte[]> holder) {}
