package sightline.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures as a telephone writes them, with what it adds; and files that claim to be pictures. */
public final class TelephonePicture {
    /** Where it was taken, as the file says. */
    public static final String PLACE = "51.5074 N, 0.1278 W";

    /** How it was held. */
    public static final int UPRIGHT = 1;

    private TelephonePicture() {}

    static BufferedImage redLeftOfBlue(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = picture.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, width / 2, height);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(width / 2, 0, width - width / 2, height);
        drawing.dispose();
        return picture;
    }

    /** Red to the left of blue, as it is stored. */
    public static byte[] jpeg(int width, int height, int orientation) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(redLeftOfBlue(width, height), "jpeg", plain);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + PLACE.length());
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put(PLACE.getBytes(StandardCharsets.US_ASCII));
        var file = new ByteArrayOutputStream();
        file.write(plain.toByteArray(), 0, 2);
        file.write(exif.array());
        file.write(plain.toByteArray(), 2, plain.size() - 2);
        return file.toByteArray();
    }

    /** A file of a few bytes that claims to be so large a picture. */
    public static byte[] pngOf(int width, int height) {
        byte[] header =
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        var file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", new byte[10]));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] chunk(String name, byte[] data) {
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(named);
        sum.update(data);
        return ByteBuffer.allocate(data.length + 12)
                .putInt(data.length)
                .put(named)
                .put(data)
                .putInt((int) sum.getValue())
                .array();
    }
}
