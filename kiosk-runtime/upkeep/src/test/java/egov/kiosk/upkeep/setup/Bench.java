package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.access.PinRule;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.PrintableCopies;
import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.LineTrial;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.SetupException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A runtime around setting up: a printer, a check, a seal, a queue. */
final class Bench implements Ports {
  static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  final Map<String, String> settings = new HashMap<>(Map.of("crypto.kioskId", "fz-gl-000007"));
  final List<Slip> printed = new ArrayList<>();
  final List<CertificateCopy> reports = new ArrayList<>();
  final List<String> attached = new ArrayList<>();
  Finding network = Finding.ok("network-v4", "2 addresses");
  boolean seal = true;
  boolean enrolled;
  boolean cutOff;
  boolean believes = true;
  Enrolling.Wish asked;
  boolean worked;
  final List<String> staff = new ArrayList<>();
  final Map<String, String> kept = new HashMap<>();
  Optional<SealPlace.Fault> sealFault = Optional.empty();
  final List<String> seals = new ArrayList<>();
  final List<Path> media = new ArrayList<>();
  Optional<LineTrial> line = Optional.empty();
  int restarts;
  final List<Device> more = new ArrayList<>();

  @Override
  public List<HealthCheck> checks() {
    return List.of(
        new HealthCheck() {
          @Override
          public String name() {
            return network.name();
          }

          @Override
          public Finding check(Duration timeout) {
            return network;
          }
        });
  }

  @Override
  public List<Device> devices() {
    List<Device> all = new ArrayList<>(more);
    all.add(printer());
    return all;
  }

  private Printer printer() {
    return new Printer() {
      @Override
      public String name() {
        return "printer";
      }

      @Override
      public DeviceStatus status() {
        return new DeviceStatus(DeviceState.ONLINE, Set.of(), NOW);
      }

      @Override
      public DeviceStatus ask(Duration timeout) {
        return status();
      }

      @Override
      public void print(Slip slip, Duration timeout) {
        printed.add(slip);
      }
    };
  }

  @Override
  public Optional<Documents> documents() {
    return Optional.of(
        new Documents() {
          @Override
          public byte[] slip(Slip slip, Instant at) {
            throw new AssertionError("a report is no slip");
          }

          @Override
          public byte[] certificateCopy(CertificateCopy copy, Instant at) throws DocumentException {
            if (!seal) {
              throw new DocumentException(Fault.SEAL_UNAVAILABLE, "no seal");
            }
            reports.add(copy);
            return "OFD".getBytes(StandardCharsets.US_ASCII);
          }
        });
  }

  @Override
  public Optional<PrintableCopies> copies() {
    return Optional.of(copy -> "%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  /** Another hash of as many bytes: this room must not know which one it is. */
  static Sm3Digest hash() {
    return () -> {
      MessageDigest hash;
      try {
        hash = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
      return new Sm3Digest.Running() {
        @Override
        public void update(byte[] bytes, int offset, int length) {
          hash.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
          return hash.digest();
        }
      };
    };
  }

  @Override
  public Optional<Sm3Digest> digest() {
    return Optional.of(hash());
  }

  @Override
  public Optional<Attachments> attachments() {
    return Optional.of(
        (Attachments)
            Proxy.newProxyInstance(
                Attachments.class.getClassLoader(),
                new Class<?>[] {Attachments.class},
                (proxy, method, given) -> {
                  String media = (String) given[given.length - 2];
                  ((InputStream) given[given.length - 1]).readAllBytes();
                  attached.add(given[given.length - 3] + " " + media);
                  return TransactionId.create(NOW);
                }));
  }

  @Override
  public Optional<LineTrial> line() {
    return line;
  }

  @Override
  public Optional<Enrolling> enrolling() {
    return Optional.of(
        new Enrolling() {
          @Override
          public boolean enrolled() {
            return enrolled;
          }

          @Override
          public boolean believes() {
            return believes;
          }

          @Override
          public String platform() {
            return "";
          }

          @Override
          public void enrol(Wish wish, Duration timeout) throws SetupException {
            if (!wish.code().equals("right")) {
              throw new SetupException(SetupException.Reason.CODE_REFUSED, "");
            }
            asked = wish;
            try {
              wish.proved().proved();
            } catch (IOException e) {
              throw new SetupException(SetupException.Reason.PLATFORM_UNREACHABLE, "");
            }
            if (cutOff) {
              throw new SetupException(SetupException.Reason.PLATFORM_UNREACHABLE, "");
            }
            enrolled = true;
          }
        });
  }

  @Override
  public Optional<FirstStaff> firstStaff() {
    return Optional.of(
        new FirstStaff() {
          @Override
          public boolean wanted() {
            return !worked;
          }

          @Override
          public void check(Badge badge, String pin) throws AccessException {
            if (pin.equals("123456")) {
              throw AccessException.weak(PinRule.RUN);
            }
          }

          @Override
          public void take(Badge badge, String pin) {
            staff.add(badge + " enrolled=" + enrolled);
            worked = true;
          }
        });
  }

  @Override
  public Optional<SealPlace> sealPlace() {
    return Optional.of(
        new SealPlace() {
          @Override
          public Optional<Fault> refused(byte[] seal) {
            return sealFault;
          }

          @Override
          public Optional<Fault> put(byte[] seal) {
            if (sealFault.isEmpty()) {
              seals.add(new String(seal, StandardCharsets.US_ASCII));
            }
            return sealFault;
          }
        });
  }

  @Override
  public List<Path> media() {
    return media;
  }

  @Override
  public void keep(String pid, String attribute, String text) {
    kept.put(pid + "." + attribute, text);
  }

  @Override
  public String setting(String key) {
    return settings.getOrDefault(key, "");
  }

  @Override
  public void put(String pid, String attribute, String text) throws IOException {
    settings.put(pid + "." + attribute, text);
  }

  @Override
  public List<String> paths() {
    return List.of("/dev/usb/lp0");
  }

  @Override
  public void restart() {
    restarts++;
  }
}
