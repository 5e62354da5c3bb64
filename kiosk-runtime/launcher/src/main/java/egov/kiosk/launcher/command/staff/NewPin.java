package egov.kiosk.launcher.command.staff;

import egov.kiosk.launcher.command.Prompt;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** Where the PIN comes from that is given to somebody: typed by them, or drawn by the kiosk. */
final class NewPin {
  @Option(
      names = "--draw",
      description =
          "the kiosk draws a PIN, shows it once, and has it changed at the first sign-in (default:"
              + " the person types one of their own, twice)")
  private boolean draw;

  /** The members of a request that say so. */
  String[] members(Prompt prompt, String badge, String... others) throws IOException {
    String[] members = new String[2 + others.length + (draw ? 0 : 2)];
    members[0] = "badge";
    members[1] = SignIn.word(badge);
    System.arraycopy(others, 0, members, 2, others.length);
    if (!draw) {
      members[members.length - 2] = "pin";
      members[members.length - 1] = SignIn.word(prompt.chosen("The new PIN of " + badge));
    }
    return members;
  }

  static void say(PrintWriter out, String answer) {
    if (answer.startsWith("pin ")) {
      out.println("PIN for the first sign-in, shown this once: " + answer.substring(4).strip());
    } else {
      out.println("done");
    }
    out.flush();
  }
}
