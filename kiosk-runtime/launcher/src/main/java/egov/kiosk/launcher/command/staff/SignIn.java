package egov.kiosk.launcher.command.staff;

import egov.kiosk.launcher.command.Prompt;
import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who asks: options of every command that somebody must sign in for. */
final class SignIn {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9a-f]{64})\"");
  private static final Pattern NONCE = Pattern.compile("\"nonce\":\"([0-9a-f]{64})\"");
  private static final Pattern TEXT = Pattern.compile("\"text\":\"([ -!#-~]*)\"");
  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z-]{1,64}");
  private static final long CARD_SECONDS = 60;
  private static final int LONGEST_ANSWER = 4096;

  @Option(names = "--as", paramLabel = "BADGE", description = "who asks (default: is prompted for)")
  private String badge;

  @Option(
      names = "--card",
      description = "sign in with a key card beside the PIN: shows what it is to sign")
  private boolean card;

  @Option(
      names = "--card-command",
      paramLabel = "COMMAND",
      description =
          "sign in with a key card by a program that reads what is to be signed (SM2 with SM3) and"
              + " writes the signature (DER) in hexadecimal")
  private String cardCommand;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  /** Somebody signed in, for as long as a command takes. */
  final class Person implements AutoCloseable {
    private final KioskSession kiosk;
    private final String token;

    private Person(KioskSession kiosk, String token) {
      this.kiosk = kiosk;
      this.token = token;
    }

    /**
     * Asks for something in this person's name.
     *
     * @param path below {@code /api/access/}
     * @param members names and values, by turns
     */
    String ask(String path, String... members) throws IOException, InterruptedException {
      return kiosk.post("/api/access/" + path, json("token", token, members));
    }

    @Override
    public void close() throws IOException, InterruptedException {
      kiosk.post("/api/access/sign-out", json("token", token));
    }
  }

  /** Signs somebody in. */
  Person open(KioskSession kiosk, Prompt prompt) throws IOException, InterruptedException {
    String who = badge == null ? prompt.line("Your badge") : badge;
    return open(kiosk, prompt, who, prompt.secret("Your PIN"));
  }

  Person open(KioskSession kiosk, Prompt prompt, String who, String pin)
      throws IOException, InterruptedException {
    String request = json("badge", word(who), "pin", word(pin));
    if (card || cardCommand != null) {
      String challenge = kiosk.post("/api/access/challenge", json("badge", word(who)));
      String text = find(TEXT, challenge).replace("\\n", "\n");
      request =
          json(
              "badge",
              who,
              "pin",
              pin,
              "nonce",
              find(NONCE, challenge),
              "answer",
              word(answer(text, prompt)));
    }
    return new Person(kiosk, find(TOKEN, kiosk.post("/api/access/sign-in", request)));
  }

  /** The badge that was named, or is prompted for. */
  String who(Prompt prompt) throws IOException {
    return badge == null ? prompt.line("Your badge") : badge;
  }

  private String answer(String text, Prompt prompt) throws IOException, InterruptedException {
    if (cardCommand == null) {
      spec.commandLine().getErr().print(text);
      return prompt.line("The card's signature over these five lines, in hexadecimal");
    }
    Process process =
        new ProcessBuilder("/bin/sh", "-c", cardCommand)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      process.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().close();
      byte[] said = process.getInputStream().readNBytes(LONGEST_ANSWER);
      if (process.waitFor(CARD_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return new String(said, StandardCharsets.US_ASCII).replaceAll("\\s", "");
      }
    } finally {
      process.destroyForcibly();
    }
    throw new IOException("the command that asks the key card failed");
  }

  private static String find(Pattern pattern, String answer) throws IOException {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new IOException("the kiosk answered something this program does not understand");
    }
    return matcher.group(1);
  }

  /** What can stand in a request as it is; the message does not repeat what cannot. */
  static String word(String typed) throws IOException {
    if (!typed.matches("[0-9A-Fa-f]{65,512}") && !WORD.matcher(typed).matches()) {
      throw new IOException("badges and PINs have letters, digits and hyphens only");
    }
    return typed;
  }

  private static String json(String name, String value, String... more) {
    StringBuilder json = new StringBuilder("{\"" + name + "\":\"" + value + "\"");
    for (int i = 0; i < more.length; i += 2) {
      json.append(",\"").append(more[i]).append("\":\"").append(more[i + 1]).append('"');
    }
    return json.append('}').toString();
  }
}
