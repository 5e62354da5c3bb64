/**
 * A second-generation ID-card reader (居民身份证阅读机具) on a pseudo terminal, at the wire.
 *
 * <pre>
 *   bytes -> RequestScanner -> Arrival -> SecurityModule -> Reply -> LineFaults -> paced bytes
 *                                            |
 *                              CardTray  (place, lift)
 * </pre>
 *
 * <p>Written from GA/T 467-2019 §7 (terminal interface of the security control module, SAM) and
 * GA/T 490-2019 (card data) as restated in public descriptions. All cards are synthetic: birth year
 * 1900, district 3501 00, names that say 测试 (test) or 样例 (sample).
 */
package egov.kiosk.emulator.reader;
