package egov.kiosk.crypto.independent;

import com.tencent.kona.crypto.KonaCryptoProvider;
import com.tencent.kona.crypto.spec.SM2PrivateKeySpec;
import com.tencent.kona.crypto.spec.SM2PublicKeySpec;
import com.tencent.kona.crypto.spec.SM2SignatureParameterSpec;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The same algorithms by another house: Tencent Kona, which shares no code with ours. */
final class Kona {
  private static final Provider KONA = new KonaCryptoProvider();

  private Kona() {}

  private static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
    PublicKey key = KeyFactory.getInstance("SM2", KONA).generatePublic(new SM2PublicKeySpec(point));
    return (ECPublicKey) key;
  }

  private static PrivateKey privateKey(byte[] scalar) throws GeneralSecurityException {
    return KeyFactory.getInstance("SM2", KONA).generatePrivate(new SM2PrivateKeySpec(scalar));
  }

  static boolean verifies(byte[] point, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance("SM2", KONA);
    verifier.setParameter(new SM2SignatureParameterSpec(publicKey(point)));
    verifier.initVerify(publicKey(point));
    verifier.update(message);
    try {
      return verifier.verify(signature);
    } catch (SignatureException e) {
      return false;
    }
  }

  static byte[] sign(byte[] scalar, byte[] point, byte[] message) throws GeneralSecurityException {
    Signature signer = Signature.getInstance("SM2", KONA);
    signer.setParameter(new SM2SignatureParameterSpec(publicKey(point)));
    signer.initSign(privateKey(scalar));
    signer.update(message);
    return signer.sign();
  }

  static byte[] encrypt(byte[] point, byte[] text) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("SM2", KONA);
    cipher.init(Cipher.ENCRYPT_MODE, publicKey(point));
    return cipher.doFinal(text);
  }

  static byte[] decrypt(byte[] scalar, byte[] ciphertext) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("SM2", KONA);
    cipher.init(Cipher.DECRYPT_MODE, privateKey(scalar));
    return cipher.doFinal(ciphertext);
  }

  static byte[] sm3(byte[] text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SM3", KONA).digest(text);
  }

  static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSM3", KONA);
    mac.init(new SecretKeySpec(key, "HmacSM3"));
    return mac.doFinal(text);
  }

  static byte[] gcm(int mode, byte[] key, byte[] nonce, byte[] associated, byte[] text)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", KONA);
    cipher.init(mode, new SecretKeySpec(key, "SM4"), new GCMParameterSpec(128, nonce));
    cipher.updateAAD(associated);
    return cipher.doFinal(text);
  }

  static byte[] cbc(int mode, byte[] key, byte[] iv, byte[] text) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("SM4/CBC/PKCS7Padding", KONA);
    cipher.init(mode, new SecretKeySpec(key, "SM4"), new IvParameterSpec(iv));
    return cipher.doFinal(text);
  }
}
