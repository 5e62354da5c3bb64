package egov.kiosk.facepacks.tool;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.facepacks.store.PackStore;
import egov.kiosk.identity.pack.FacePack;
import egov.kiosk.identity.pack.FacePackException;
import egov.kiosk.identity.selftest.SelfTest;
import egov.kiosk.identity.vision.OpenCvNative;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * {@code install}, {@code list}, {@code self-test}, {@code switch}, {@code rollback}, {@code
 * calibrate}, and for makers of packs {@code answers} and {@code sign}; for the kiosk's command
 * line, which finds it as a service. Exit codes: 0 done, 1 refused, 2 asked wrongly.
 */
public final class FacePackTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-face-pack";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      return run(Words.of(arguments), out);
    } catch (AskedWronglyException | InvalidPathException e) {
      err.println("kiosk: " + e.getMessage());
      return 2;
    } catch (FacePackException | CryptoException | IOException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int run(Words words, PrintWriter out)
      throws AskedWronglyException, FacePackException, CryptoException, IOException {
    switch (words.verb()) {
      case "install" -> install(words, out);
      case "list" -> new PackList(Rules.store(words)).print(out);
      case "self-test" -> {
        return selfTest(words, out);
      }
      case "switch" -> {
        String name = words.word(0, "the name of the pack");
        Rules.store(words).switchTo(name);
        out.println(name + " is in service; a running kiosk takes it at its next comparison");
      }
      case "rollback" ->
          out.println(
              Rules.store(words).rollback()
                  + " is in service again; a running kiosk takes it at its next comparison");
      case "calibrate" -> new CalibrateCommand(words).run(out);
      case "answers" -> out.print(answers(words));
      case "sign" -> new SignCommand(words).run(out);
      default -> throw new AskedWronglyException(words.verb() + " is not known");
    }
    return 0;
  }

  private static void install(Words words, PrintWriter out)
      throws AskedWronglyException, FacePackException, IOException {
    PackStore store = Rules.store(words);
    FacePack pack = store.install(Path.of(words.word(0, "the folder or jar of the pack")));
    boolean serves = store.inService().map(now -> now.current().equals(pack.id())).orElse(false);
    out.println(
        "%s is installed, %s; it is %s"
            .formatted(
                pack.id(),
                pack.believed(),
                serves ? "in service" : "not in service: kiosk face pack switch " + pack.id()));
  }

  private static int selfTest(Words words, PrintWriter out)
      throws AskedWronglyException, FacePackException, IOException {
    PackStore store = Rules.store(words);
    List<String> names = words.plain().isEmpty() ? store.names() : List.of(words.plain().get(0));
    OpenCvNative.load();
    int code = 0;
    for (String name : names) {
      try {
        new SelfTest(store.read(name)).run().forEach(line -> out.println(name + ": " + line));
      } catch (FacePackException e) {
        out.println(name + ": REFUSED: " + e.getMessage());
        code = 1;
      }
    }
    if (names.isEmpty()) {
      throw new FacePackException("no face pack is installed; kiosk face pack install DIR");
    }
    return code;
  }

  private static String answers(Words words) throws AskedWronglyException, FacePackException {
    Path folder = Path.of(words.word(0, "the folder of the pack"));
    FacePack pack = FacePack.read(folder, Rules::making);
    OpenCvNative.load();
    return new SelfTest(pack).describe();
  }
}
