package egov.kiosk.custody.pkcs11;

import static egov.kiosk.custody.pkcs11.Cryptoki.at;
import static egov.kiosk.custody.pkcs11.Cryptoki.number;
import static egov.kiosk.custody.pkcs11.Cryptoki.place;

import com.sun.jna.Memory;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.custody.library.Ecc;
import egov.kiosk.custody.library.ModuleLibrary;
import egov.kiosk.custody.token.Token;
import egov.kiosk.custody.token.TokenDriver;
import egov.kiosk.custody.token.TokenFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reaches a token through its vendor's PKCS #11 library. SM2 has no mechanism numbers in PKCS #11
 * v2.40 and vendors use their own, so they are configured. The library is initialised for each
 * connection and finalised with it: several libraries see a token that came back only then.
 */
public final class Pkcs11Driver implements TokenDriver {
  private static final int MOST_SLOTS = 64;
  private static final long SERIAL_SESSION = 4;
  private static final long WRITING = 2;

  private final Pkcs11Settings settings;

  /** A driver for the token that the settings name. */
  public Pkcs11Driver(Pkcs11Settings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public KeyDescription description() {
    return new KeyDescription(
        CustodyKind.PKCS11,
        "PKCS#11 "
            + (settings.token().isEmpty() ? "" : settings.token() + "/")
            + settings.signLabel());
  }

  @Override
  public Token connect() throws CryptoException {
    return open();
  }

  @Override
  public Token connectToEnrol() throws CryptoException {
    return new Pkcs11Enrolling(open(SERIAL_SESSION | WRITING), settings, description().label());
  }

  Pkcs11Token open() throws CryptoException {
    return open(SERIAL_SESSION);
  }

  private Pkcs11Token open(long flags) throws CryptoException {
    String label = description().label();
    Cryptoki cryptoki = new Cryptoki(ModuleLibrary.load(settings.library()), label);
    long code = cryptoki.code(CkFunction.C_Initialize, new Object[] {null});
    if (!CkError.CKR_CRYPTOKI_ALREADY_INITIALIZED.is(code)) {
      cryptoki.check(CkFunction.C_Initialize, code);
    }
    boolean open = false;
    try {
      long slot = slot(cryptoki, label);
      Memory session = place(0);
      cryptoki.call(CkFunction.C_OpenSession, number(slot), number(flags), null, null, session);
      open = true;
      return new Pkcs11Token(cryptoki, settings, label, slot, at(session, 0));
    } finally {
      if (!open) {
        cryptoki.code(CkFunction.C_Finalize, new Object[] {null});
      }
    }
  }

  private long slot(Cryptoki cryptoki, String label) throws CryptoException {
    Memory count = place(MOST_SLOTS);
    Memory slots = Ecc.block((long) MOST_SLOTS * Cryptoki.ULONG);
    cryptoki.call(CkFunction.C_GetSlotList, (byte) 1, slots, count);
    List<Long> fitting = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_SLOTS, at(count, 0)); i++) {
      long slot = at(slots, (long) i * Cryptoki.ULONG);
      if (settings.token().isEmpty() || settings.token().equals(tokenLabel(cryptoki, slot))) {
        fitting.add(slot);
      }
    }
    if (fitting.isEmpty()) {
      throw TokenFault.absent(label, at(count, 0) + " other tokens are");
    }
    if (fitting.size() > 1) {
      throw TokenFault.noKey(label, "token of its own: several fit the configured label");
    }
    return fitting.get(0);
  }

  private static String tokenLabel(Cryptoki cryptoki, long slot) throws CryptoException {
    Memory info = Ecc.block(Pkcs11Token.TOKEN_INFO);
    long code = cryptoki.code(CkFunction.C_GetTokenInfo, number(slot), info);
    if (CkError.gone(code)) {
      return "";
    }
    cryptoki.check(CkFunction.C_GetTokenInfo, code);
    return new String(info.getByteArray(0, Pkcs11Token.LABEL), StandardCharsets.UTF_8)
        .stripTrailing();
  }
}
