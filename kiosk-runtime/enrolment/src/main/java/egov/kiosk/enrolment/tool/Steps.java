package egov.kiosk.enrolment.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.KeyEnrolment;
import egov.kiosk.enrolment.device.Enroller;
import egov.kiosk.enrolment.device.PlatformLine;
import egov.kiosk.enrolment.device.Workplace;
import egov.kiosk.tls.national.OneWayLines;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** What the tool does. */
final class Steps {
  private Steps() {}

  /** Says in one word where things stand. */
  static int look(Asked asked, PrintWriter out) {
    Workplace workplace = new Workplace(asked.workplace());
    boolean enrolled =
        asked
            .settings()
            .signingFiles()
            .map(files -> Files.exists(files.certificate()))
            .orElse(Files.exists(asked.settings().trustFile()));
    out.println(
        workplace.decided()
            ? "decided"
            : workplace.begun() ? "begun" : enrolled ? "enrolled" : "bare");
    return 0;
  }

  static int enrol(Asked asked, PrintWriter out, Enroller.Proved proved)
      throws IOException, CryptoException {
    SecureRandom random = new SecureRandom();
    InstantSource clock = InstantSource.system();
    Workplace workplace = new Workplace(asked.workplace());
    Enroller.Wish wish =
        new Enroller.Wish(asked.code(), asked.transfer(), asked.machine(), asked.pins());
    Map.Entry<String, Integer> platform = asked.platform();
    try (KeyEnrolment custody = asked.settings().custody(workplace.aside(), random);
        PlatformLine line =
            PlatformLine.connect(
                platform.getKey(),
                platform.getValue(),
                new OneWayLines(clock, random),
                wish.pins(),
                asked.patience())) {
      new Enroller(asked.settings(), custody, workplace, clock, random).enrol(wish, line, proved);
      out.println("This machine is " + asked.settings().kioskId() + " now.");
      out.println("Its keys are kept by " + custody.description().label() + ".");
    }
    return 0;
  }

  static int finish(Asked asked, PrintWriter out) throws IOException, CryptoException {
    SecureRandom random = new SecureRandom();
    Workplace workplace = new Workplace(asked.workplace());
    try (KeyEnrolment custody = asked.settings().custody(workplace.aside(), random)) {
      boolean finished =
          new Enroller(asked.settings(), custody, workplace, InstantSource.system(), random)
              .finish();
      if (finished) {
        out.println("An enrolment that was cut off is finished: " + asked.settings().kioskId());
      }
    }
    return 0;
  }
}
