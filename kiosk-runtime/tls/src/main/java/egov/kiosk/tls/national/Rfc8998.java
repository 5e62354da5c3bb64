package egov.kiosk.tls.national;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;

/** What RFC 8998 §3 fixes, in the library's words. */
final class Rfc8998 {
  static final String PROTOCOL = "TLSv1.3";
  static final String SUITE = "TLS_SM4_GCM_SM3";

  /** Far above what two certificates of the profile need. */
  static final int LARGEST_MESSAGE = 16 * 1024;

  static final int LONGEST_CHAIN = 4;

  private Rfc8998() {}

  /** §3.2.1: the signer's id in a handshake; in certificates it stays the default. */
  static byte[] userId() {
    return "TLSv1.3+GM+Cipher+Suite".getBytes(StandardCharsets.US_ASCII);
  }

  static ProtocolVersion[] versions() {
    return ProtocolVersion.TLSv13.only();
  }

  static int[] suites() {
    return new int[] {CipherSuite.TLS_SM4_GCM_SM3};
  }

  static int[] groups() {
    return new int[] {NamedGroup.curveSM2};
  }

  static Vector<Integer> groupList() {
    return new Vector<>(List.of(NamedGroup.curveSM2));
  }

  static Vector<SignatureAndHashAlgorithm> signatures() {
    return new Vector<>(List.of(SignatureAndHashAlgorithm.sm2sig_sm3));
  }
}
