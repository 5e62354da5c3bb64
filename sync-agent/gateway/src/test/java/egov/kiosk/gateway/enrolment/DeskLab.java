package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.enrolment.device.Conversation;
import egov.kiosk.enrolment.device.DeviceSettings;
import egov.kiosk.enrolment.device.Enroller;
import egov.kiosk.enrolment.device.Workplace;
import egov.kiosk.tls.national.AuthorityPins;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A platform with a development authority, and machines that ask it. */
final class DeskLab {
  static final String KIOSK = "zj-hz-000007";
  static final SecureRandom RANDOM = new SecureRandom();

  final Path pki;
  final DevelopmentAuthority authority;
  final DeskSecret secret;
  final EnrolmentBook book;
  final DeskAudit audit;
  final List<String> reasons = Collections.synchronizedList(new ArrayList<>());
  private final Path folder;
  private volatile Instant now = Instant.now();

  DeskLab(Path folder, EnrolmentBook book) throws Exception {
    this.folder = folder;
    this.book = book;
    pki = Files.createDirectories(folder.resolve("pki"));
    authority =
        DevelopmentAuthority.prepare(
            pki,
            new AlternativeNames(List.of(), List.of(InetAddress.getLoopbackAddress().getAddress())),
            clock(),
            RANDOM);
    secret = DeskSecret.open(pki.resolve("enrolment-desk.secret"), RANDOM);
    audit =
        DeskAudit.into(
            new AuditLog() {
              @Override
              public void record(AuditEvent event) {
                reasons.add(String.valueOf(event.attributes().get(AuditAttribute.REASON)));
              }

              @Override
              public void require(AuditEvent event) {
                record(event);
              }
            });
  }

  InstantSource clock() {
    return () -> now;
  }

  void later(Duration by) {
    now = now.plus(by);
  }

  EnrolmentDesk desk() {
    return new EnrolmentDesk(book, secret, authority, audit, clock(), RANDOM);
  }

  EnrolmentCode code(String machine, boolean transfer) throws IOException {
    return code(KIOSK, machine, transfer);
  }

  EnrolmentCode code(String kiosk, String machine, boolean transfer) throws IOException {
    return new CodeOffice(book, secret, audit, clock(), RANDOM)
        .make(new CodeOffice.Order(kiosk, machine, transfer, "operator-1", Duration.ofHours(4)));
  }

  AuthorityPins pins() {
    return new AuthorityPins(java.util.Set.of(AuthorityPins.of(authority.authorities().get(0))));
  }

  String lastReason() {
    return reasons.get(reasons.size() - 1);
  }

  /** A machine's data directory and what its configuration says. */
  record Machine(Path data, DeviceSettings settings) {
    Path workplace() {
      return data.resolve("enrolment");
    }

    Path keys() {
      return data.resolve("keys");
    }
  }

  Machine machine(String name, String kiosk) throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    Path keys = data.resolve("keys");
    Map<String, String> values = new HashMap<>();
    values.put("crypto.kioskId", kiosk);
    values.put("crypto.keyFile", keys.resolve("kiosk.key").toString());
    values.put("crypto.certificateFile", keys.resolve("kiosk.pem").toString());
    values.put("crypto.trustFile", keys.resolve("ca.pem").toString());
    values.put("crypto.revocationFile", keys.resolve("crl.pem").toString());
    values.put(
        "crypto.platformEncryptionCertificateFile", keys.resolve("platform-enc.pem").toString());
    values.put("crypto.platformSignCn", "platform-sign");
    return new Machine(data, new DeviceSettings(values));
  }

  /** Straight to a desk, without a line. */
  static Conversation to(EnrolmentDesk desk) {
    return new Conversation() {
      private byte[] request;

      @Override
      public byte[] say(byte[] message) {
        if (request == null) {
          request = message;
          return desk.begin(message);
        }
        return desk.finish(request, message);
      }

      @Override
      public void close() {
        // No line.
      }
    };
  }

  void enrol(Machine machine, EnrolmentCode code, boolean transfer, String sam, Conversation line)
      throws Exception {
    Workplace workplace = new Workplace(machine.workplace());
    new Enroller(
            machine.settings(),
            machine.settings().custody(workplace.aside(), RANDOM),
            workplace,
            clock(),
            RANDOM)
        .enrol(new Enroller.Wish(code, transfer, sam, pins()), line);
  }

  void enrol(Machine machine, EnrolmentCode code) throws Exception {
    enrol(machine, code, false, "", to(desk()));
  }
}
