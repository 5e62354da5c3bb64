import com.fazecast.jSerialComm.SerialPort;
import com.sun.jna.Function;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import javax.imageio.ImageIO;
import javax.smartcardio.TerminalFactory;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.osgi.OpenCVNativeLoader;

/** Uses each native library of the product and of Java once, and prints a line for each. */
final class NativeSmoke {
  public static void main(String[] words) throws Exception {
    System.out.println(
        "ok   Java " + System.getProperty("java.version") + " on " + System.getProperty("os.arch"));
    int pid = Function.getFunction("c", "getpid").invokeInt(new Object[0]);
    expect(pid == ProcessHandle.current().pid(), "JNA: getpid " + pid);
    String inside =
        Function.getFunction("c", "gnu_get_libc_version").invokeString(new Object[0], false);
    expect(inside.startsWith("2."), "C library " + inside + " inside");
    Process child = new ProcessBuilder("getconf", "GNU_LIBC_VERSION").start();
    String outside = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    expect(child.waitFor() == 0, outside.strip().replace("glibc", "C library") + " outside");
    InetAddress here = InetAddress.getByName("localhost");
    expect(here.isLoopbackAddress(), "name service: " + here);
    draw();
    readers();
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + Path.of(words[0], "smoke.db"));
        Statement statement = database.createStatement()) {
      statement.execute("pragma journal_mode=wal");
      statement.execute("create table one(x)");
      statement.execute("insert into one values(42)");
      try (ResultSet rows = statement.executeQuery("select x, sqlite_version() from one")) {
        rows.next();
        expect(rows.getInt(1) == 42, "SQLite " + rows.getString(2));
      }
    }
    int ports = SerialPort.getCommPorts().length;
    expect(ports >= 0, "jSerialComm " + SerialPort.getVersion() + ", " + ports + " lines");
    new OpenCVNativeLoader().init();
    Mat ones = new Mat(100, 100, CvType.CV_32F, new Scalar(1));
    expect(Core.sumElems(ones).val[0] == 10_000, "OpenCV " + Core.VERSION);
  }

  /** FreeType, HarfBuzz, fontconfig, libjpeg. */
  private static void draw() throws Exception {
    BufferedImage image = new BufferedImage(80, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setFont(new Font(Font.SERIF, Font.PLAIN, 16));
    pen.drawString("kiosk", 2, 16);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    expect(ImageIO.write(image, "jpg", jpeg), "a word drawn, a JPEG of " + jpeg.size() + " bytes");
  }

  /** The system's own library; its service is not there, and the library is what says so. */
  private static void readers() throws Exception {
    try {
      int readers = TerminalFactory.getInstance("PC/SC", null).terminals().list().size();
      expect(readers >= 0, "PC/SC, " + readers + " readers");
    } catch (NoSuchAlgorithmException e) {
      expect(String.valueOf(e.getCause()).contains("SCARD_E_NO_SERVICE"), "PC/SC: " + e.getCause());
    }
  }

  private static void expect(boolean good, String what) {
    if (!good) {
      throw new AssertionError(what);
    }
    System.out.println("ok   " + what);
  }
}
