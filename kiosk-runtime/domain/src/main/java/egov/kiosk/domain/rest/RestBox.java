package egov.kiosk.domain.rest;

import java.util.Set;

/**
 * Seals what is kept on the kiosk's own disk (静态数据): SM4-GCM under a data key of this kiosk, bound
 * to table, id and key id (GB/T 39786 level 3, storage confidentiality and integrity of the
 * application and data layer). The data keys are wrapped by the kiosk's key custody and replaced
 * while the kiosk runs.
 *
 * <p>Whoever stores sealed things
 *
 * <ol>
 *   <li>says with {@link #using} at each start, and whenever it has changed, under which keys there
 *       are any; a key nobody uses is destroyed;
 *   <li>seals anew, bit by bit, what is not under the {@link #current} key;
 *   <li>refuses a store whose keys are not {@linkplain #knows known}, and leaves it untouched: it
 *       belongs to another machine, or the keys' file is missing.
 * </ol>
 *
 * Safe for use by several threads; no call but {@link #using} touches a disk or a device.
 */
public interface RestBox {
  /**
   * The key that {@link #seal} uses now.
   *
   * @throws RestException {@code UNAVAILABLE} when the keys cannot be had now
   */
  RestKeyId current() throws RestException;

  /**
   * Whether this kiosk has that key.
   *
   * @throws RestException {@code UNAVAILABLE} when the keys cannot be had now
   */
  boolean knows(RestKeyId key) throws RestException;

  /**
   * Seals under the current key.
   *
   * @param place where it will lie
   * @param beside authenticated and not repeated in the result, e.g. a digest of what lies beside
   * @param plain what to hide, may be empty
   * @return the key's id in 8 bytes, then what only {@link #open} understands
   * @throws RestException {@code UNAVAILABLE} when the keys cannot be had now
   */
  byte[] seal(RestPlace place, byte[] beside, byte[] plain) throws RestException;

  /**
   * Opens.
   *
   * @return what was hidden
   * @throws RestException {@code ALTERED} when it is not exactly what was sealed for this place and
   *     beside these bytes, {@code KEY_UNKNOWN} when it is under no key of this kiosk, {@code
   *     UNAVAILABLE} when the keys cannot be had now
   */
  byte[] open(RestPlace place, byte[] beside, byte[] sealed) throws RestException;

  /**
   * Says under which keys a store holds anything. A former key goes only when every store that ever
   * said so has said since the last start that it holds nothing under it. It is destroyed then: a
   * store whose older state could come back must put its newer one beyond loss before it says so.
   *
   * @param store 1 to 64 of a-z, 0-9, dot and hyphen
   * @param keys all of them
   * @throws RestException {@code UNAVAILABLE} when this cannot be remembered
   */
  void using(String store, Set<RestKeyId> keys) throws RestException;

  /**
   * Whether there is any key but the {@link #current} one, so that {@link #using} may destroy it.
   *
   * @throws RestException {@code UNAVAILABLE} when the keys cannot be had now
   */
  boolean former() throws RestException;

  /**
   * Whether a store ever said that it holds something. One that did and now shows up in a form from
   * before there were keys was put there by somebody.
   *
   * @throws RestException {@code UNAVAILABLE} when the keys cannot be had now
   */
  boolean used(String store) throws RestException;
}
