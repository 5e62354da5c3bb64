package egov.kiosk.launcher.command.staff;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.command.Prompt;
import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk staff card}. */
@Command(
    name = "card",
    description = {
      "Put a key card in force, or take a lost one out; asks for an administrator.",
      "An administrator's first card they put in force themselves, with their PIN."
    },
    mixinStandardHelpOptions = true)
final class StaffCard implements Callable<Integer> {
  private static final int LONGEST = 16 * 1024;

  @Mixin private Place place;
  @Mixin private SignIn signIn;

  @Parameters(paramLabel = "BADGE", description = "whose")
  private String badge;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Spec private CommandSpec spec;

  /** In or out. */
  static final class Which {
    @Option(
        names = "--add",
        paramLabel = "FILE",
        description = "the card's certificate or public key in PEM, or its point in hexadecimal")
    private Path add;

    @Option(
        names = "--remove",
        paramLabel = "FINGERPRINT",
        description = "which; see kiosk staff list")
    private String remove;
  }

  @Override
  public Integer call() throws Exception {
    String key = which.add == null ? "" : text(which.add);
    Prompt prompt = new Prompt(spec.commandLine().getErr());
    try (KioskSession kiosk = KioskSession.open(place.installation());
        SignIn.Person person = signIn.open(kiosk, prompt)) {
      String answer =
          which.add == null
              ? person.ask(
                  "staff/remove-card",
                  "badge",
                  SignIn.word(badge),
                  "card",
                  SignIn.word(which.remove))
              : person.ask("staff/add-card", "badge", SignIn.word(badge), "key", key);
      spec.commandLine().getOut().print(answer);
      spec.commandLine().getOut().flush();
    }
    return 0;
  }

  /** As it stands in a request. */
  private static String text(Path file) throws IOException {
    if (Files.size(file) <= LONGEST) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      if (text.matches("[A-Za-z0-9+/= \\r\\n-]+")) {
        return text.replace("\r", "").replace("\n", "\\n");
      }
    }
    throw new IOException(file + " is no certificate and no public key in PEM");
  }
}
