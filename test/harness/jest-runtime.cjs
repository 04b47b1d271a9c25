const { createRequire } = require('node:module');
const JestRuntime = require('jest-runtime').default;

/**
 * Jest with what Node has had since 20.19: a CommonJS package may `require` an ES module. Jest does so itself from
 * Node 24.9 on; below, such a package (never a file of ours) is loaded by Node.
 */
module.exports = class extends JestRuntime {
  requireModuleOrMock(from, moduleName) {
    try {
      return super.requireModuleOrMock(from, moduleName);
    } catch (error) {
      if (error.code !== 'ERR_REQUIRE_ESM' || !/[\\/]node_modules[\\/]/.test(from)) throw error;
      return createRequire(from)(moduleName);
    }
  }
};
module.exports.default = module.exports;
