<?php
// Has Moodle's own readers of GIFT and XML read a file, and prints what they read as JSON.
// php moodle_reader.php MOODLE_FOLDER gift|xml FILE
// Below are the few functions of Moodle that they call, as far as they matter for reading.
error_reporting(E_ALL);
ini_set('display_errors', 'stderr');
define('MOODLE_INTERNAL', 1);
define('FORMAT_MOODLE', 0);
define('FORMAT_HTML', 1);
define('FORMAT_PLAIN', 2);
define('FORMAT_WIKI', 3);
define('FORMAT_MARKDOWN', 4);
define('PARAM_TEXT', 'text');
define('PARAM_FILE', 'file');
[, $folder, $format, $file] = $argv;
$CFG = new stdClass();
$CFG->libdir = "$folder/lib";
$CFG->dirroot = $folder;
$CFG->wwwroot = '';
function get_string($name, $component = '', $a = null) { return "[$name]"; }
function get_config($component, $name = '') { return 'abc'; }
function clean_param($value, $type) { return $type === 'text' ? strip_tags($value) : $value; }
function debugging($message) { fwrite(STDERR, "debugging: $message\n"); }
function shorten_text($text, $length = 80) { return mb_substr($text, 0, $length); }
class moodle_exception extends Exception {}
class core_text { public static function strlen($text) { return mb_strlen($text); } }
class core_tag_tag { public static function is_enabled($component, $type) { return true; } }
class question_bank {
    public static function get_all_qtypes() { return []; }
    public static function get_qtype($name, $must = true) { return null; }
}
require_once("$folder/question/format.php");
require_once("$folder/question/format/gift/format.php");
require_once("$folder/question/format/xml/format.php");
trait told {
    public $told = [];
    protected function error($message, $text = '', $questionname = '') { $this->told[] = $message; }
    public function read($file) { return $this->readquestions(file($file)); }
}
class gift_reader extends qformat_gift { use told; }
class xml_reader extends qformat_xml { use told; }
$reader = $format === 'gift' ? new gift_reader() : new xml_reader();
$questions = $reader->read($file);
echo json_encode(['errors' => $reader->told, 'questions' => $questions], JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
