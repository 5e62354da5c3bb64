package egov.kiosk.catalogue;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/**
 * {@code check FILE|DIRECTORY} and {@code form FILE}, for the kiosk's command line, which finds it
 * as a service. Checking prints a line an entry: {@code FILE: OK} with what it offers, or {@code
 * FILE:LINE:COLUMN: reason}; a directory is checked as a whole, bundles and numbers included. Exit
 * codes: 0 every entry can be in service, 1 at least one cannot, 2 asked wrongly.
 */
public final class CatalogueTool implements ToolProvider {
  @Override
  public String name() {
    return "kiosk-catalogue";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length == 2 && arguments[0].equals("check")) {
      return check(Path.of(arguments[1]), out, err);
    }
    if (arguments.length == 2 && arguments[0].equals("form")) {
      return form(Path.of(arguments[1]), out, err);
    }
    err.println("kiosk: expected check FILE|DIRECTORY, or form FILE");
    return 2;
  }

  private static int check(Path path, PrintWriter out, PrintWriter err) {
    if (!Files.exists(path)) {
      err.println("kiosk: no such file or directory: " + path);
      return 2;
    }
    return Files.isDirectory(path) ? directory(path, out, err) : file(path, out, err);
  }

  /** Alone, a bundle cannot be put together: what it names lies in other files. */
  private static int file(Path file, PrintWriter out, PrintWriter err) {
    try {
      Entry entry = new ItemDirectory(file).read(file);
      out.println(file + ": OK, " + EntryLine.of(entry.item()));
      if (!entry.item().profile().bundle().isEmpty()) {
        out.println("a bundle; whether what it names is there shows when its directory is checked");
      }
      return 0;
    } catch (EntryRefusedException e) {
      err.println(line(file, e));
      return 1;
    }
  }

  private static int directory(Path directory, PrintWriter out, PrintWriter err) {
    Shelf shelf = new ItemDirectory(directory).read(Shelf.EMPTY);
    shelf.entries().keySet().stream()
        .sorted()
        .forEach(
            name ->
                out.println(
                    directory.resolve(name)
                        + ": OK, "
                        + EntryLine.of(shelf.whole(shelf.entries().get(name)))));
    for (RefusedFile refused : shelf.refused()) {
      err.println(line(directory.resolve(refused.file()), refused.why()));
    }
    out.println(shelf.items().size() + " in service, " + shelf.refused().size() + " refused");
    if (shelf.items().isEmpty() && shelf.refused().isEmpty()) {
      err.println("kiosk: no *.json file lies in " + directory);
    }
    return shelf.refused().isEmpty() && !shelf.items().isEmpty() ? 0 : 1;
  }

  private static int form(Path file, PrintWriter out, PrintWriter err) {
    try {
      out.println(FormSchema.of(new ItemDirectory(file).read(file).item()));
      return 0;
    } catch (EntryRefusedException e) {
      err.println(line(file, e));
      return 1;
    }
  }

  private static String line(Path file, EntryRefusedException refused) {
    String at = refused.pointer().isEmpty() ? "" : " (" + refused.pointer() + ")";
    return file
        + ":"
        + refused.position().line()
        + ":"
        + refused.position().column()
        + ": "
        + refused.reason()
        + at;
  }
}
