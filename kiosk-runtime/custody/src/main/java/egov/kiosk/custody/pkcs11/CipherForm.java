package egov.kiosk.custody.pkcs11;

import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import java.io.ByteArrayOutputStream;

/** In which form a vendor's SM2 decryption takes its input: PKCS #11 does not say. */
public enum CipherForm {
  /** 04 ‖ x ‖ y ‖ C3 ‖ C2, the order of GB/T 32918.4. */
  C1C3C2,
  /** 04 ‖ x ‖ y ‖ C2 ‖ C3, the order of the drafts of 2010. */
  C1C2C3,
  /** x ‖ y ‖ C3 ‖ C2, without the byte that names the form of the point. */
  XYC3C2;

  byte[] encode(Sm2RawCiphertext ciphertext) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    if (this != XYC3C2) {
      encoded.write(4);
    }
    encoded.writeBytes(ciphertext.x());
    encoded.writeBytes(ciphertext.y());
    encoded.writeBytes(this == C1C2C3 ? ciphertext.text() : ciphertext.hash());
    encoded.writeBytes(this == C1C2C3 ? ciphertext.hash() : ciphertext.text());
    return encoded.toByteArray();
  }
}
