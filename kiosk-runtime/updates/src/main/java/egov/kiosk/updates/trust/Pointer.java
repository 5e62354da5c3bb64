package egov.kiosk.updates.trust;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.Members;
import java.util.HexFormat;

/** What one role says about the next one's file. */
record Pointer(long version, long length, String sm3) {
  static Pointer of(Members said) throws UpdateRefusedException {
    Pointer pointer =
        new Pointer(
            said.number("version", SignedMetadata.LARGEST_VERSION),
            said.number("length", Role.TARGETS.longest()),
            said.text("sm3", "[0-9a-f]{64}"));
    said.done();
    return pointer;
  }

  /** Refuses a file that is not the one. */
  void demand(byte[] bytes, SignedMetadata read) throws UpdateRefusedException {
    boolean same =
        bytes.length == length
            && HexFormat.of().formatHex(Sm3.digest(bytes)).equals(sm3)
            && read.version() == version;
    if (!same) {
      throw new UpdateRefusedException(
          Refusal.MIXED,
          "%s is not the one of version %d that was announced"
              .formatted(read.role().fileName(), version));
    }
  }
}
