package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.AlternativeNames;
import egov.kiosk.domain.enrolment.EnrolmentCode;
import egov.kiosk.gateway.Arguments;
import egov.kiosk.gateway.postgres.Database;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.national.AuthorityPins;
import egov.kiosk.tls.national.OneWayLines;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The enrolment desk as a program of its own:
 *
 * <pre>
 * java ... egov.kiosk.gateway.enrolment.DeskMain init --pki DIR --host NAME|ADDRESS [--host ...]
 * java ... egov.kiosk.gateway.enrolment.DeskMain code --pki DIR --store WHERE --audit DIR
 *   --operator ACCOUNT --kiosk ID [--machine SAM] [--transfer yes] [--hours N]
 * java ... egov.kiosk.gateway.enrolment.DeskMain serve --pki DIR --store WHERE --audit DIR
 *   --listen HOST:PORT
 * </pre>
 *
 * <p>{@code WHERE} is {@code postgresql://...} or a directory. {@code init} makes the development
 * authority below the one that is there. {@code code} shows a one-time code once; the operator's
 * account is recorded. {@code serve} prints {@code ready port=PORT}; the end of its input ends it.
 */
public final class DeskMain {
  private static final int HOURS = 24;

  private final Arguments arguments;
  private final PrintStream out;
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock = InstantSource.system();

  private DeskMain(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** The command line. */
  public static void main(String[] words) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "gateway-logback.xml");
    }
    int exit = 0;
    try {
      run(words, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IOException | CryptoException e) {
      System.err.println(e.getMessage());
      exit = 1;
    }
    System.exit(exit);
  }

  static void run(String[] words, PrintStream out) throws IOException, CryptoException {
    String action = words.length == 0 ? "" : words[0];
    DeskMain main =
        new DeskMain(
            Arguments.parse(Arrays.copyOfRange(words, Math.min(1, words.length), words.length)),
            out);
    switch (action) {
      case "init" -> main.init();
      case "code" -> main.code();
      case "serve" -> main.serve();
      default -> throw new IllegalArgumentException("expected init, code or serve");
    }
  }

  private void init() throws IOException, CryptoException {
    List<String> names = new ArrayList<>();
    List<byte[]> addresses = new ArrayList<>();
    for (String host : arguments.all("--host")) {
      if (host.matches("[0-9.]+|.*:.*")) {
        addresses.add(InetAddress.getByName(host).getAddress());
      } else {
        names.add(host);
      }
    }
    DevelopmentAuthority authority =
        DevelopmentAuthority.prepare(
            arguments.path("--pki"), new AlternativeNames(names, addresses), clock, random);
    out.println("ok authority=" + AuthorityPins.of(authority.authorities().get(0)));
  }

  private void code() throws IOException, CryptoException {
    CodeOffice.Order order =
        new CodeOffice.Order(
            arguments.one("--kiosk"),
            arguments.maybe("--machine").orElse(""),
            arguments.maybe("--transfer").filter("yes"::equals).isPresent(),
            arguments.one("--operator"),
            Duration.ofHours(arguments.number("--hours", HOURS, 1, 72)));
    DevelopmentAuthority authority =
        DevelopmentAuthority.open(arguments.path("--pki"), clock, random);
    try (EnrolmentBook book = book();
        DeskAudit audit = DeskAudit.open(arguments.path("--audit"))) {
      EnrolmentCode code = new CodeOffice(book, secret(), audit, clock, random).make(order);
      out.println("code=" + code.typed());
      out.println("authority=" + AuthorityPins.of(authority.authorities().get(0)));
    }
  }

  private void serve() throws IOException, CryptoException {
    DevelopmentAuthority authority =
        DevelopmentAuthority.open(arguments.path("--pki"), clock, random);
    LineSettings line =
        LineSettings.of(LineSettings.NATIONAL)
            .trusting(arguments.path("--pki").resolve("ca.pem"))
            .showing(authority.line(".pem"), authority.line(".key"));
    try (EnrolmentBook book = book();
        DeskAudit audit = DeskAudit.open(arguments.path("--audit"));
        Publisher publisher = Publisher.start(book, authority);
        EnrolmentServer server =
            EnrolmentServer.start(
                new EnrolmentDesk(book, secret(), authority, audit, clock, random),
                new OneWayLines(clock, random),
                line,
                listen())) {
      out.println("ready port=" + server.port());
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }

  private InetSocketAddress listen() {
    String text = arguments.one("--listen");
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("--listen is written HOST:PORT");
    }
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  private EnrolmentBook book() throws IOException {
    String where = arguments.one("--store");
    return where.startsWith("postgresql:")
        ? new PostgresBook(new Database(where, System::nanoTime))
        : new FileBook(Path.of(where));
  }

  private DeskSecret secret() throws IOException, CryptoException {
    return DeskSecret.open(arguments.path("--pki").resolve("enrolment-desk.secret"), random);
  }
}
