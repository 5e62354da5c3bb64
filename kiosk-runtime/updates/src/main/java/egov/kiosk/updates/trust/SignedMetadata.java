package egov.kiosk.updates.trust;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.json.JsonText;
import egov.kiosk.updates.json.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of metadata: what is signed, and by whom. Reading it says nothing about whether the
 * signatures are good. Immutable.
 */
final class SignedMetadata {
  static final long LARGEST_VERSION = 999_999_999_999L;
  private static final int MOST_SIGNATURES = 16;

  /** A signature; nobody has looked at it yet. */
  record Signature(String keyId, byte[] value) {}

  private final Role role;
  private final long version;
  private final Instant issued;
  private final Instant expires;
  private final List<Signature> signatures;
  private final byte[] signed;
  private final Members body;

  private SignedMetadata(Role role, Members file) throws UpdateRefusedException {
    this.role = role;
    signatures = signatures(file);
    signed = JsonText.write(file.raw("signed").orElseThrow(() -> file.wrong("signed")));
    body = file.object("signed");
    file.done();
    body.text("_type", role.word());
    version = body.number("version", LARGEST_VERSION);
    issued = body.instant("issued");
    expires = body.instant("expires");
    if (version == 0 || !issued.isBefore(expires)) {
      throw body.wrong("version or expires");
    }
  }

  /**
   * Reads a file within the limits of its role.
   *
   * @throws UpdateRefusedException {@link Refusal#MALFORMED}
   */
  static SignedMetadata read(Role role, byte[] bytes) throws UpdateRefusedException {
    return new SignedMetadata(role, Members.read(role.word(), bytes, role.longest()));
  }

  private static List<Signature> signatures(Members file) throws UpdateRefusedException {
    List<Signature> found = new ArrayList<>();
    for (Members one : file.objects("signatures", MOST_SIGNATURES)) {
      found.add(
          new Signature(
              one.text("keyid", "[0-9a-f]{64}"),
              HexFormat.of().parseHex(one.text("sig", "([0-9a-f]{2}){8,72}"))));
      one.done();
    }
    return List.copyOf(found);
  }

  /**
   * Refuses what is over.
   *
   * @throws UpdateRefusedException {@link Refusal#EXPIRED}
   */
  void demandFresh(Instant now) throws UpdateRefusedException {
    if (!now.isBefore(expires)) {
      throw new UpdateRefusedException(
          Refusal.EXPIRED,
          "%s version %d was good until %s and it is %s here; a newer one must be signed, or the"
                  .formatted(role.word(), version, expires, now)
              + " clock of this machine is wrong");
    }
  }

  Role role() {
    return role;
  }

  long version() {
    return version;
  }

  Instant issued() {
    return issued;
  }

  Instant expires() {
    return expires;
  }

  List<Signature> signatures() {
    return signatures;
  }

  byte[] signedBytes() {
    return signed.clone();
  }

  /** What the role itself says, to be taken out once. */
  Members body() {
    return body;
  }
}
