package egov.kiosk.crypto.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * Whom a certificate speaks of beside its common name (RFC 5280 §4.2.1.6): the names and addresses
 * of machines; other kinds of names are passed over. Immutable.
 *
 * @param dnsNames as written, in order
 * @param addresses 4 or 16 bytes each for a usable one, as written, in order
 */
public record AlternativeNames(List<String> dnsNames, List<byte[]> addresses) {
  /** None. */
  public static final AlternativeNames NONE = new AlternativeNames(List.of(), List.of());

  public AlternativeNames {
    dnsNames = List.copyOf(dnsNames);
    addresses = addresses.stream().map(byte[]::clone).toList();
  }

  /** One machine by its name. */
  public static AlternativeNames dns(String name) {
    return new AlternativeNames(List.of(Objects.requireNonNull(name, "name")), List.of());
  }

  /** One machine by its address, 4 or 16 bytes. */
  public static AlternativeNames address(byte[] address) {
    return new AlternativeNames(List.of(), List.of(address));
  }

  @Override
  public List<byte[]> addresses() {
    return addresses.stream().map(byte[]::clone).toList();
  }

  static AlternativeNames of(Extensions extensions) {
    List<String> names = new ArrayList<>();
    List<byte[]> found = new ArrayList<>();
    GeneralNames written =
        GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
    for (GeneralName name : written == null ? new GeneralName[0] : written.getNames()) {
      if (name.getTagNo() == GeneralName.dNSName) {
        names.add(ASN1IA5String.getInstance(name.getName()).getString());
      } else if (name.getTagNo() == GeneralName.iPAddress) {
        found.add(ASN1OctetString.getInstance(name.getName()).getOctets());
      }
    }
    return new AlternativeNames(names, found);
  }

  GeneralNames encoded() {
    List<GeneralName> all = new ArrayList<>();
    dnsNames.forEach(name -> all.add(new GeneralName(GeneralName.dNSName, name)));
    addresses.forEach(
        bytes -> all.add(new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes))));
    return new GeneralNames(all.toArray(GeneralName[]::new));
  }

  boolean isEmpty() {
    return dnsNames.isEmpty() && addresses.isEmpty();
  }
}
