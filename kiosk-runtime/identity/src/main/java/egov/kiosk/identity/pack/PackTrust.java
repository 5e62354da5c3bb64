package egov.kiosk.identity.pack;

import java.util.Optional;

/** Says whether a manifest is to be believed. Safe for several threads. */
public interface PackTrust {
  /**
   * Checks where a manifest comes from.
   *
   * @param manifest its bytes
   * @param signature what lies beside it, if anything does
   * @return why it is believed, in words for a technician
   * @throws FacePackException when it is not to be believed, saying why
   */
  String check(byte[] manifest, Optional<byte[]> signature) throws FacePackException;
}
