package egov.kiosk.tls;

import egov.kiosk.crypto.certificate.AlternativeNames;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The machine a configuration names, and our own check whether a certificate speaks of it. Only
 * subject alternative names count (RFC 9525 §6), and the common name never does: the library's
 * check falls back to it (CVE-2026-59638), and so does the JDK's. A name is equal to a dNSName,
 * letter case aside; an address is equal to an iPAddress, byte for byte. <b>Wildcards match
 * nothing</b>: a fleet's broker has a certificate of its own, and one for a whole domain, lost by
 * any of its machines, would do for all of them. Immutable.
 */
public final class ServerName {
  private static final String NAME =
      "[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?(\\.[0-9a-z]([0-9a-z-]{0,61}[0-9a-z])?)*";
  private static final int LONGEST = 253;

  private final String text;
  private final byte[] address;

  private ServerName(String text, byte[] address) {
    this.text = text;
    this.address = address;
  }

  /**
   * Takes a host as a configuration writes it.
   *
   * @param host a name in ASCII without a dot at its end, an IPv4 address, or an IPv6 address with
   *     or without brackets
   * @throws IllegalArgumentException when it is none of them
   */
  public static ServerName of(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.indexOf(':') >= 0 || bare.matches("[0-9.]+")) {
      return new ServerName(bare, literal(bare));
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    if (lower.length() > LONGEST || !lower.matches(NAME)) {
      throw new IllegalArgumentException(
          "a host is a name of ASCII letters, digits, hyphens and dots, or an IP address");
    }
    return new ServerName(lower, null);
  }

  /** Whether a certificate with these names speaks of this machine. */
  public boolean isIn(AlternativeNames names) {
    if (address != null) {
      return names.addresses().stream().anyMatch(found -> Arrays.equals(found, address));
    }
    return names.dnsNames().stream().anyMatch(found -> found.toLowerCase(Locale.ROOT).equals(text));
  }

  /** Checks a certificate's names. */
  public void check(AlternativeNames names) throws LineException {
    if (!isIn(names)) {
      throw new LineException(
          LineFault.NAME_WRONG,
          "its certificate is not for "
              + text
              + " (alternative names count, the common name does not); correct the address, or have"
              + " the platform renew the certificate with that name");
    }
  }

  /** The name to ask for in the handshake (RFC 6066 §3); none for an address. */
  public Optional<String> indication() {
    return address == null ? Optional.of(text) : Optional.empty();
  }

  /** The name in lower case, or the address without brackets. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServerName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  private static byte[] literal(String bare) {
    boolean four = bare.indexOf(':') < 0;
    if (four && !bare.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}") || bare.indexOf('%') >= 0) {
      throw new IllegalArgumentException("an IPv4 address has four numbers");
    }
    try {
      return InetAddress.getByName(bare).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an IP address", e);
    }
  }
}
